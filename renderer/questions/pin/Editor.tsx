import { useState } from 'react';
import type { Area, Pin } from '../../../lan-server/questions/pin/index.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Icon, icons, NumberField, Segmented, Switch, TextField } from '../../ui/index.ts';
import type { EditorProps, EditorUi } from '../editor-ui.ts';
import { AreaBoard } from './AreaBoard.tsx';
import { freshArea, withCorner, withoutCorner } from './area-edits.ts';
import type { Shape } from './area-edits.ts';
import styles from './Editor.module.css';

/** As the schemas have them. */
const maxAreas = 12;
const maxPins = 5;
const maxCorners = 24;

function PinFields({ question, onChange }: EditorProps<Pin>) {
  const { t } = useText();
  const { image, areas, pins, byName } = question;
  const [shape, setShape] = useState<Shape>('circle');
  const [selected, setSelected] = useState(0);
  const full = areas.length >= maxAreas;
  const put = (next: Area[], field?: string) => onChange({ ...question, areas: next }, field);
  const change = (place: number, area: Area, field?: string) =>
    put(
      areas.map((one, at) => (at === place ? area : one)),
      field,
    );
  const shapes = (['circle', 'box', 'polygon'] as const).map((value) => ({
    value,
    label: t(`kinds.pin.desk.${value}`),
  }));

  return (
    <section className={styles.fields} aria-label={t('kinds.pin.desk.areas')}>
      <div className={styles.head}>
        <h2 className="label">{t('kinds.pin.desk.areas')}</h2>
        <span className="small muted">
          {t(image ? 'kinds.pin.desk.areasHint' : 'kinds.pin.desk.noPicture')}
        </span>
      </div>
      {image && (
        <>
          <div className={styles.tools}>
            <Segmented
              label={t('kinds.pin.desk.new')}
              hideLabel
              choices={shapes}
              value={shape}
              onChange={setShape}
            />
            <Button
              icon={<Icon path={icons.plus} />}
              disabledReason={full ? t('kinds.pin.desk.most') : null}
              onClick={() => {
                put([...areas, freshArea(shape, { x: 0.5, y: 0.5 }, image.height / image.width)]);
                setSelected(areas.length);
              }}
            >
              {t('kinds.pin.desk.new')}
            </Button>
          </div>
          <AreaBoard
            image={image}
            areas={areas}
            selected={selected}
            draws={full ? null : shape}
            onSelect={setSelected}
            onAreas={put}
          />
        </>
      )}
      <ol className={styles.list}>
        {areas.map((area, place) => (
          <li key={place} className={styles.row}>
            <b className={styles.number} aria-hidden="true">
              {place + 1}
            </b>
            <TextField
              label={t('kinds.pin.desk.name', { number: place + 1 })}
              hideLabel
              placeholder={t('kinds.pin.desk.namePlace')}
              maxLength={80}
              value={area.name}
              onFocus={() => setSelected(place)}
              onChange={(name) => change(place, { ...area, name }, `area-name-${place}`)}
            />
            {area.shape === 'polygon' && (
              <span className={styles.corners}>
                <Button
                  look="quiet"
                  small
                  label={t('kinds.pin.desk.corner')}
                  icon={<Icon path={icons.plus} size="s" />}
                  onClick={() => area.points.length < maxCorners && change(place, withCorner(area))}
                />
                <Button
                  look="quiet"
                  small
                  label={t('kinds.pin.desk.cornerAway')}
                  icon={<Icon path={icons.minus} size="s" />}
                  onClick={() => change(place, withoutCorner(area, area.points.length - 1))}
                />
              </span>
            )}
            <Switch
              label={
                <>
                  <span aria-hidden="true">{t('kinds.pin.desk.right')}</span>
                  <span className="sr">{t('kinds.pin.desk.makeRight', { number: place + 1 })}</span>
                </>
              }
              checked={area.right}
              onChange={(right) => change(place, { ...area, right })}
            />
            <Button
              look="quiet"
              small
              label={t('kinds.pin.desk.remove', { number: place + 1 })}
              icon={<Icon path={icons.close} size="s" />}
              onClick={() => {
                put(areas.filter((_, at) => at !== place));
                setSelected(Math.max(0, place - 1));
              }}
            />
          </li>
        ))}
      </ol>
      <div className={styles.settings}>
        <NumberField
          label={t('kinds.pin.desk.pins')}
          hint={t('kinds.pin.desk.pinsHint')}
          min={1}
          max={maxPins}
          value={pins}
          onChange={(next) => {
            if (next !== null && Number.isInteger(next))
              onChange({ ...question, pins: next }, 'pins');
          }}
        />
        <div className={styles.byName}>
          <Switch
            label={t('kinds.pin.desk.byName')}
            checked={byName}
            onChange={(next) => onChange({ ...question, byName: next })}
          />
          <p className="small muted">{t('kinds.pin.desk.byNameHint')}</p>
        </div>
      </div>
    </section>
  );
}

/** Pin on a picture: the picture stands with the question's text, its areas here. */
export const pinEditor: EditorUi<Pin> = {
  Editor: PinFields,
  keyed: true,
  group: 'choose',
  icon: { d: 'M12 21C10 15 5.5 14 5.5 9.5a6.5 6.5 0 0 1 13 0C18.5 14 14 15 12 21zM12 9.4v.2' },
  adopt: (blank) => blank,
};
