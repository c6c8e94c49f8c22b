import { css } from 'lit'

export const daySheet = css`
  :host {
    display: block;
    block-size: 100%;
  }
  page-frame {
    block-size: 100%;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    align-items: center;
  }
  .tools input[type='date'] {
    inline-size: auto;
    min-inline-size: 140px;
  }
  .by {
    inline-size: auto !important;
    max-inline-size: 240px;
  }
  .group {
    display: flex;
  }
  .group .quiet:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .group .quiet:last-child {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    margin-inline-start: -1px;
  }
  .awaited {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s3);
    inline-size: 100%;
    padding-block: var(--s2);
  }
  .whole {
    block-size: 100%;
    min-block-size: 320px;
    border-radius: calc(var(--radius) * 1.25);
  }
  .narrow {
    display: none;
  }
  @media (max-width: 720px) {
    .narrow {
      display: block;
    }
    .wide,
    .choice,
    .columns,
    .print {
      display: none;
    }
    .tools .main {
      flex: 1;
    }
    .tools input[type='date'] {
      flex: 1;
      inline-size: 0;
      min-inline-size: 120px;
    }
  }
  @media print {
    :host,
    page-frame {
      block-size: auto;
    }
    .wide {
      display: none;
    }
    .narrow {
      display: block;
    }
  }
`
