import type { WritableDb } from '../database.ts'

/**
 * What a scan came from, and what came: of several devices that serve one scanner of the settings which one it was, and
 * the bytes as they were before the scanner's prefix, trailer and stand-ins for separators were taken off.
 *
 * Settings that were wrong can be undone in the bytes that came, and not in what was made of them.
 */
export function scanSenders(db: WritableDb): void {
  db.exec(`
    -- In words; null where it is not known, as of all scans before.
    ALTER TABLE scan ADD COLUMN device TEXT;
    -- Null where nothing was taken off but the AIM identifier.
    ALTER TABLE scan ADD COLUMN received BLOB;

    DROP TRIGGER scan_kept_raw;
    CREATE TRIGGER scan_kept_raw BEFORE UPDATE ON scan
      WHEN OLD.outcome IS NOT NULL OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.station <> OLD.station
        OR NEW.scanner <> OLD.scanner OR NEW.raw <> OLD.raw OR NEW.aim IS NOT OLD.aim OR NEW.source IS NOT OLD.source
        OR NEW.device IS NOT OLD.device OR NEW.received IS NOT OLD.received
      BEGIN SELECT RAISE(ABORT, 'a scan is never changed'); END;
  `)
}
