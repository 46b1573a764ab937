import type { ConfirmationDialog, Button as SlackButton } from '@slack/types';
import type { Button } from '../../../src/chat/card.ts';
import { limits } from '../limits.ts';
import { plainText } from './render-text.ts';
import { refuseBeyond } from './unfit.ts';

/** Draws a card's buttons one after another, so that no two in a message share an `action_id`. */
export type DrawButton = (button: Button) => SlackButton;

/** A drawer of buttons for one message: a second button with the same action gets `#2` appended, and so on. */
export function createButtonDrawer(): DrawButton {
  const seen = new Map<string, number>();
  return (button) => {
    const count = (seen.get(button.action) ?? 0) + 1;
    seen.set(button.action, count);
    return renderButton(button, count === 1 ? button.action : `${button.action}#${count}`);
  };
}

/** The button's action, from its `action_id`. */
export function actionOf(actionId: string): string {
  return actionId.replace(/#\d+$/, '');
}

function renderButton(button: Button, actionId: string): SlackButton {
  const value = JSON.stringify(button.value);
  refuseBeyond('button value', value.length, limits.buttonValue);
  refuseBeyond('action id', actionId.length, limits.actionId);
  return {
    type: 'button',
    action_id: actionId,
    text: plainText(button.label, limits.buttonText),
    value,
    ...(button.style && { style: button.style }),
    ...(button.confirm && { confirm: renderConfirm(button.confirm, button.style) }),
  };
}

function renderConfirm(confirm: NonNullable<Button['confirm']>, style: Button['style']): ConfirmationDialog {
  return {
    title: plainText(confirm.title, limits.confirmTitle),
    text: plainText(confirm.text, limits.confirmText),
    confirm: plainText(confirm.yes, limits.confirmButton),
    deny: plainText(confirm.no, limits.confirmButton),
    ...(style && { style }),
  };
}
