/**
 * Gathers what is asked while an answer is under way and asks it all at once: one alone is asked at once, and many at a time
 * share a round trip. `run` answers in the order of what it is given; when it fails, all of that batch fail.
 */
export function inBatches<Asked, Answer>(run: (asked: readonly Asked[]) => Promise<readonly Answer[]>, most = 64): (asked: Asked) => Promise<Answer> {
  let waiting: { readonly asked: Asked; readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void }[] = [];
  let isBusy = false;

  const work = async (): Promise<void> => {
    isBusy = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const answers = await run(batch.map((one) => one.asked));
        if (answers.length !== batch.length) throw new Error(`A batch of ${batch.length} was answered by ${answers.length}.`);
        for (const [index, answer] of answers.entries()) batch[index]?.resolve(answer);
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    isBusy = false;
  };

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (!isBusy) void work();
    });
}
