/** How something stands: `good` needs nobody, `wait` goes on by itself, `warn` and `bad` want a person. */
export type Tone = 'good' | 'wait' | 'warn' | 'bad' | 'quiet'
