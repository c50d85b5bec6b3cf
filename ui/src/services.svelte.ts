// The services of the book: turning from one to another, one more, one less.
import { desk, entrance } from './desk.svelte';
import * as ipc from './ipc';
import type { Ask, FirstRunView } from './wire';

class Services {
  /** What a new service can begin with, while its dialog is open. */
  choices = $state.raw<FirstRunView | null>(null);

  /** The same screen from its beginning: rows and cycles of one service mean nothing in another. */
  entered(ask: Ask): Ask {
    return ask.screen === 'today' ? ask : entrance[ask.screen];
  }

  /** Turns to a service; from the overview, to what it says first. */
  async turnTo(service: number): Promise<void> {
    const here = desk.ask.screen === 'services' ? entrance.today : this.entered(desk.ask);
    await desk.turnTo(() => ipc.turnTo(service, here), here);
  }

  /** Turns to the n-th service, from 1; whether there is one. */
  turnToNth(nth: number): boolean {
    const service = desk.view?.frame?.services[nth - 1];
    if (!service) return false;
    if (service.id !== desk.view?.frame?.service_id) void this.turnTo(service.id);
    return true;
  }

  /** Opens the dialog for one more. */
  async begin(): Promise<void> {
    try {
      this.choices = await ipc.newService();
      desk.dialog = 'service';
    } catch (error) {
      desk.refusal = ipc.refusalOf(error);
    }
  }

  /** Removes the one that lies open; undo brings it back. */
  async removeOpen(): Promise<void> {
    const id = desk.view?.frame?.service_id;
    if (id !== undefined) await desk.press((ask) => ipc.removeService(id, this.entered(ask)));
  }
}

export const services = new Services();
