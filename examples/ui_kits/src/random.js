// A small seeded generator (mulberry32 over an FNV-1a hash of the seed), so that a page is the same in every build.

export class Random {
  constructor(...seed) {
    let hash = 2166136261;
    for (const character of seed.join("|")) {
      hash = Math.imul(hash ^ character.codePointAt(0), 16777619);
    }
    this.state = hash >>> 0;
  }

  /** A number in [0, 1). */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  chance(p) {
    return this.next() < p;
  }

  /** An integer between both ends, which are included. */
  int(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick(values) {
    return values[Math.floor(this.next() * values.length)];
  }

  /** One of the [value, weight] pairs' values. */
  weighted(pairs) {
    let rest = this.next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of pairs) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return pairs[pairs.length - 1][0];
  }

  shuffle(values) {
    const result = [...values];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [result[i], result[j]] = [result[j], result[i]];
    }
    return result;
  }

  /** `count` different values, or all of them where there are fewer. */
  sample(values, count) {
    return this.shuffle(values).slice(0, count);
  }
}
