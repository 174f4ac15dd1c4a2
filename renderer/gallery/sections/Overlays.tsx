import { useState } from 'react';
import { Button, ConfirmDialog, Dialog, Icon, icons, Menu, TextField } from '../../ui/index.ts';
import { Row, Specimen } from '../Specimen.tsx';

function Menus() {
  const [chosen, setChosen] = useState('');
  const items = [
    { id: 'copy', label: 'Duplicate', onSelect: () => setChosen('Duplicate') },
    { id: 'up', label: 'Move up', shortcut: 'Alt ↑', disabled: true, onSelect: () => {} },
    {
      id: 'remove',
      label: 'Remove',
      icon: <Icon path={icons.trash} size="s" />,
      stop: true,
      onSelect: () => setChosen('Remove'),
    },
  ];
  return (
    <Row>
      <Menu items={items} label="More on question 4" />
      <Menu items={items} look="bordered">
        Export
      </Menu>
      {chosen && <span className="soft">{chosen} was chosen.</span>}
    </Row>
  );
}

function Dialogs() {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Rename the quiz</Button>
      <Dialog
        open={open}
        onClose={close}
        title="Rename the quiz"
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button look="filled" onClick={close}>
              Rename
            </Button>
          </>
        }
      >
        <TextField label="Title" value={name} onChange={setName} />
      </Dialog>
    </>
  );
}

function Confirms() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look="stop" onClick={() => setOpen(true)}>
        End lesson
      </Button>
      <ConfirmDialog
        open={open}
        title="End the lesson?"
        confirm="End lesson"
        stop
        onConfirm={close}
        onCancel={close}
      >
        Phones show that it is over. All answers are stored; the results open at once.
      </ConfirmDialog>
    </>
  );
}

/** What lies over the page for a moment. */
export function Overlays() {
  return (
    <>
      <Specimen name="Menu" use="further acts; arrows, Home, End and letters move">
        {() => <Menus />}
      </Specimen>
      <Specimen name="Dialog" use="a short piece of work before going on">
        {() => <Dialogs />}
      </Specimen>
      <Specimen name="ConfirmDialog" use="asks once, where an act cannot be undone">
        {() => <Confirms />}
      </Specimen>
    </>
  );
}
