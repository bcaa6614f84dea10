import type { WritableDb } from '../database.ts'

/**
 * What parts are made of, the runs that build them, and what was installed into what.
 *
 * A run that has started builds by its own copy of the bill of materials, with those of the children that are made
 * inside it: a bill that is edited later changes what is built next, never what is being built.
 */
export function assembly(db: WritableDb): void {
  db.exec(`
    -- Quantity is what one unit of the parent takes. A component revision of NULL allows any.
    CREATE TABLE bom_line (
      id INTEGER PRIMARY KEY,
      part_id INTEGER NOT NULL,
      revision TEXT NOT NULL,
      component_id INTEGER NOT NULL REFERENCES part,
      component_revision TEXT,
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      made_on_assembly INTEGER NOT NULL CHECK (made_on_assembly IN (0, 1)),
      UNIQUE (part_id, revision, component_id),
      FOREIGN KEY (part_id, revision) REFERENCES part_revision (part_id, revision),
      FOREIGN KEY (component_id, component_revision) REFERENCES part_revision (part_id, revision),
      CHECK (part_id <> component_id)
    ) STRICT;
    CREATE INDEX bom_line_by_component ON bom_line (component_id);

    CREATE TABLE bom_substitute (
      bom_line_id INTEGER NOT NULL REFERENCES bom_line ON DELETE CASCADE,
      part_id INTEGER NOT NULL REFERENCES part,
      PRIMARY KEY (bom_line_id, part_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX bom_substitute_by_part ON bom_substitute (part_id);

    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      run_no TEXT NOT NULL UNIQUE,
      part_id INTEGER NOT NULL,
      revision TEXT NOT NULL,
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      due TEXT,
      -- The batch of a part that is tracked by lot, from the moment the run starts.
      lot_id INTEGER REFERENCES lot,
      started_seq INTEGER REFERENCES event,
      completed_seq INTEGER REFERENCES event,
      FOREIGN KEY (part_id, revision) REFERENCES part_revision (part_id, revision)
    ) STRICT;
    CREATE INDEX run_by_part ON run (part_id);
    CREATE INDEX run_open ON run (id) WHERE completed_seq IS NULL;

    -- The bill as it stood when the run started: that of the run's part, and of each child made inside it. A line that
    -- is made on assembly says at which revision the child is made, also where any revision may be installed.
    CREATE TABLE run_line (
      id INTEGER PRIMARY KEY,
      run_id INTEGER NOT NULL REFERENCES run,
      part_id INTEGER NOT NULL,
      revision TEXT NOT NULL,
      component_id INTEGER NOT NULL REFERENCES part,
      component_revision TEXT,
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      made_on_assembly INTEGER NOT NULL CHECK (made_on_assembly IN (0, 1)),
      child_revision TEXT,
      UNIQUE (run_id, part_id, revision, component_id),
      FOREIGN KEY (part_id, revision) REFERENCES part_revision (part_id, revision),
      FOREIGN KEY (component_id, child_revision) REFERENCES part_revision (part_id, revision),
      CHECK ((made_on_assembly = 1) = (child_revision IS NOT NULL))
    ) STRICT;

    CREATE TABLE run_line_substitute (
      run_line_id INTEGER NOT NULL REFERENCES run_line,
      part_id INTEGER NOT NULL REFERENCES part,
      PRIMARY KEY (run_line_id, part_id)
    ) STRICT, WITHOUT ROWID;

    -- One thing being built: a unit, or so much of a lot or of an untracked part. A child that is made inside a
    -- parent's run has a parent and the line that it is for. A unit has its row, and with it its serial, from the
    -- start; what is built by lot or untracked has one once it is completed.
    CREATE TABLE build (
      id INTEGER PRIMARY KEY,
      run_id INTEGER NOT NULL REFERENCES run,
      parent_id INTEGER REFERENCES build,
      run_line_id INTEGER REFERENCES run_line,
      part_id INTEGER NOT NULL,
      revision TEXT NOT NULL,
      tracking TEXT NOT NULL CHECK (tracking IN ('serial', 'lot', 'untracked')),
      row_id INTEGER REFERENCES inventory_row,
      lot_id INTEGER REFERENCES lot,
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      started_seq INTEGER NOT NULL REFERENCES event,
      completed_seq INTEGER REFERENCES event,
      FOREIGN KEY (part_id, revision) REFERENCES part_revision (part_id, revision),
      CHECK ((parent_id IS NULL) = (run_line_id IS NULL)),
      CHECK (tracking <> 'serial' OR row_id IS NOT NULL),
      CHECK (completed_seq IS NULL OR row_id IS NOT NULL)
    ) STRICT;
    -- How far a run has come, and what is next in it, is asked with every scan.
    CREATE INDEX build_by_run ON build (run_id, parent_id, completed_seq, quantity);
    CREATE INDEX build_open_by_run ON build (run_id, id) WHERE completed_seq IS NULL AND parent_id IS NULL;
    CREATE INDEX build_open_by_part ON build (part_id) WHERE completed_seq IS NULL;
    CREATE INDEX build_by_parent ON build (parent_id) WHERE parent_id IS NOT NULL;
    CREATE INDEX build_by_row ON build (row_id) WHERE row_id IS NOT NULL;
    CREATE INDEX build_by_lot ON build (lot_id) WHERE lot_id IS NOT NULL;
    CREATE INDEX build_by_part ON build (part_id);

    -- What went from a row into what is being built. What was taken out again is counted in removed; the movements
    -- and the events say when and why. A child that was made inside the parent's run names its build.
    CREATE TABLE installation (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL REFERENCES event,
      build_id INTEGER NOT NULL REFERENCES build,
      run_line_id INTEGER NOT NULL REFERENCES run_line,
      row_id INTEGER NOT NULL REFERENCES inventory_row,
      child_id INTEGER REFERENCES build,
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      removed INTEGER NOT NULL DEFAULT 0 CHECK (removed BETWEEN 0 AND quantity)
    ) STRICT;
    CREATE INDEX installation_by_build ON installation (build_id, run_line_id, quantity, removed);
    CREATE INDEX installation_by_row ON installation (row_id);
    CREATE INDEX installation_by_child ON installation (child_id) WHERE child_id IS NOT NULL;
  `)
}
