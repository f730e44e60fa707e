CREATE TRIGGER allocation_added AFTER INSERT ON allocation
      BEGIN
        UPDATE receivable SET allocatedFen = allocatedFen + NEW.amountFen,
          settledOn = iif(allocatedFen + NEW.amountFen = amountFen, (SELECT max(countsOn) FROM allocation WHERE receivableId = NEW.receivableId AND endedAt IS NULL), NULL) WHERE id = NEW.receivableId;
        UPDATE receipt SET allocatedFen = allocatedFen + NEW.amountFen,
          spentOn = iif(allocatedFen + NEW.amountFen = amountFen, (SELECT max(countsOn) FROM allocation WHERE receiptId = NEW.receiptId AND endedAt IS NULL), NULL) WHERE id = NEW.receiptId;
      END;

CREATE TRIGGER allocation_ended AFTER UPDATE OF endedAt ON allocation
      BEGIN
        UPDATE receivable SET allocatedFen = allocatedFen - NEW.amountFen, settledOn = NULL WHERE id = NEW.receivableId;
        UPDATE receipt SET allocatedFen = allocatedFen - NEW.amountFen, spentOn = NULL WHERE id = NEW.receiptId;
      END;

CREATE TRIGGER allocation_fixed BEFORE UPDATE OF receiptId, receivableId, amountFen, countsOn, allocatedBy, allocatedAt ON allocation
      BEGIN SELECT RAISE(ABORT, 'an allocation is ended, never rewritten'); END;

CREATE TRIGGER allocation_kept BEFORE DELETE ON allocation BEGIN SELECT RAISE(ABORT, 'an allocation is ended, never deleted'); END;

CREATE TRIGGER allocation_once BEFORE UPDATE ON allocation WHEN OLD.endedAt IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an allocation ends once'); END;

CREATE TRIGGER allocation_own BEFORE INSERT ON allocation
      WHEN NOT EXISTS (SELECT 1 FROM receipt JOIN receivable ON receivable.partyId = receipt.partyId
        WHERE receipt.id = NEW.receiptId AND receivable.id = NEW.receivableId AND receipt.struckAt IS NULL AND receivable.struckAt IS NULL
          AND NEW.countsOn = max(receipt.receivedOn, receivable.issuedOn))
      BEGIN SELECT RAISE(ABORT, 'a receipt pays what its own party owes, and neither is struck'); END;

CREATE TRIGGER cabinet_added AFTER INSERT ON cabinet BEGIN
      UPDATE room SET cabinets = cabinets + 1 WHERE id = NEW.roomId;
    END;

CREATE TRIGGER cabinet_carried AFTER UPDATE OF roomId ON cabinet WHEN OLD.roomId <> NEW.roomId BEGIN
      UPDATE room SET cabinets = cabinets - 1,
        drawers = drawers - (SELECT count(*) FROM drawer WHERE cabinetId = NEW.id),
        folders = folders - (SELECT coalesce(sum(occupied), 0) FROM drawer WHERE cabinetId = NEW.id) WHERE id = OLD.roomId;
      UPDATE room SET cabinets = cabinets + 1,
        drawers = drawers + (SELECT count(*) FROM drawer WHERE cabinetId = NEW.id),
        folders = folders + (SELECT coalesce(sum(occupied), 0) FROM drawer WHERE cabinetId = NEW.id) WHERE id = NEW.roomId;
    END;

CREATE TRIGGER cabinet_removed AFTER DELETE ON cabinet BEGIN
      UPDATE room SET cabinets = cabinets - 1 WHERE id = OLD.roomId;
    END;

CREATE TRIGGER checkAttestation_kept BEFORE DELETE ON checkAttestation BEGIN SELECT RAISE(ABORT, 'an attestation is kept'); END;

CREATE TRIGGER checkAttestation_unchanged BEFORE UPDATE ON checkAttestation BEGIN SELECT RAISE(ABORT, 'an attestation is not changed'); END;

CREATE TRIGGER checkFinding_kept BEFORE DELETE ON checkFinding BEGIN SELECT RAISE(ABORT, 'a report is kept'); END;

CREATE TRIGGER checkFinding_unchanged BEFORE UPDATE ON checkFinding BEGIN SELECT RAISE(ABORT, 'a report is not changed'); END;

CREATE TRIGGER checkItem_kept BEFORE DELETE ON checkItem BEGIN SELECT RAISE(ABORT, 'a report is kept'); END;

CREATE TRIGGER checkItem_unchanged BEFORE UPDATE ON checkItem BEGIN SELECT RAISE(ABORT, 'a report is not changed'); END;

CREATE TRIGGER checkReport_kept BEFORE DELETE ON checkReport BEGIN SELECT RAISE(ABORT, 'a report is kept'); END;

CREATE TRIGGER checkReport_unchanged BEFORE UPDATE ON checkReport BEGIN SELECT RAISE(ABORT, 'a report is not changed'); END;

CREATE TRIGGER contractEvent_restamped AFTER UPDATE ON contractEvent BEGIN UPDATE bookStamp SET stamp = random(); END;

CREATE TRIGGER contractEvent_stamped AFTER INSERT ON contractEvent BEGIN UPDATE bookStamp SET stamp = random(); END;

CREATE TRIGGER contract_copied AFTER UPDATE OF number, departmentId, year, sortName, voidedAt ON dossier WHEN NEW.kind = 'contract' BEGIN
      UPDATE contract SET number = NEW.number, departmentId = NEW.departmentId, year = NEW.year, sortName = NEW.sortName, voidedAt = NEW.voidedAt
        WHERE dossierId = NEW.id;
    END;

CREATE TRIGGER contract_inserted AFTER INSERT ON contract WHEN NEW.voidedAt IS NULL BEGIN
      INSERT INTO contractTally
        VALUES (NEW.departmentId, NEW.year, NEW.direction, NEW.state, 1, NEW.amountFen IS NOT NULL, coalesce(NEW.amountFen, 0))
      ON CONFLICT DO UPDATE SET
        contracts = contracts + 1, priced = priced + excluded.priced, amountFen = amountFen + excluded.amountFen;
    END;

CREATE TRIGGER contract_restamped AFTER UPDATE OF firstAmountFen, signedOn, voidedAt ON contract BEGIN UPDATE bookStamp SET stamp = random(); END;

CREATE TRIGGER contract_stamped AFTER INSERT ON contract BEGIN UPDATE bookStamp SET stamp = random(); END;

CREATE TRIGGER contract_tallied AFTER UPDATE OF departmentId, year, direction, state, amountFen, voidedAt ON contract BEGIN
      UPDATE contractTally SET contracts = contracts - 1, priced = priced - (OLD.amountFen IS NOT NULL), amountFen = amountFen - coalesce(OLD.amountFen, 0)
        WHERE OLD.voidedAt IS NULL AND departmentId = OLD.departmentId AND year = OLD.year AND direction = OLD.direction AND state = OLD.state;
      DELETE FROM contractTally
        WHERE contracts = 0 AND departmentId = OLD.departmentId AND year = OLD.year AND direction = OLD.direction AND state = OLD.state;
      INSERT INTO contractTally
        SELECT NEW.departmentId, NEW.year, NEW.direction, NEW.state, 1, NEW.amountFen IS NOT NULL, coalesce(NEW.amountFen, 0) WHERE NEW.voidedAt IS NULL
      ON CONFLICT DO UPDATE SET
        contracts = contracts + 1, priced = priced + excluded.priced, amountFen = amountFen + excluded.amountFen;
    END;

CREATE TRIGGER custody_kept BEFORE DELETE ON custody BEGIN SELECT RAISE(ABORT, 'custody is only added to'); END;

CREATE TRIGGER custody_unchanged BEFORE UPDATE ON custody BEGIN SELECT RAISE(ABORT, 'custody is only added to'); END;

CREATE TRIGGER defaultRecord_fixed BEFORE UPDATE OF partyId, kind, "on", amountFen, description, attachmentId, page, fileName, recordedBy, recordedAt ON defaultRecord
      BEGIN SELECT RAISE(ABORT, 'a record is struck, never rewritten'); END;

CREATE TRIGGER defaultRecord_kept BEFORE DELETE ON defaultRecord BEGIN SELECT RAISE(ABORT, 'a record is struck, never deleted'); END;

CREATE TRIGGER delivery_added BEFORE UPDATE OF receiptNumber, arrivedOn, arrivedQuantity, acceptedQuantity, isInvoiceInOrder ON delivery
      WHEN OLD.struckAt IS NOT NULL OR (OLD.arrivedOn IS NOT NULL AND (NEW.arrivedOn IS NOT OLD.arrivedOn OR NEW.arrivedQuantity IS NOT OLD.arrivedQuantity OR NEW.receiptNumber IS NOT OLD.receiptNumber))
        OR (OLD.acceptedQuantity IS NOT NULL AND NEW.acceptedQuantity IS NOT OLD.acceptedQuantity) OR (OLD.isInvoiceInOrder IS NOT NULL AND NEW.isInvoiceInOrder IS NOT OLD.isInvoiceInOrder)
      BEGIN SELECT RAISE(ABORT, 'what is known of a delivery is corrected by another, never rewritten'); END;

CREATE TRIGGER delivery_fixed BEFORE UPDATE OF partyId, dossierId, orderNumber, goods, unit, dueOn, orderedQuantity, remarks, fileName, replacesId, recordedBy, recordedAt ON delivery
      BEGIN SELECT RAISE(ABORT, 'a delivery is struck, never rewritten'); END;

CREATE TRIGGER delivery_kept BEFORE DELETE ON delivery BEGIN SELECT RAISE(ABORT, 'a delivery is struck, never deleted'); END;

CREATE TRIGGER delivery_toRate AFTER INSERT ON delivery WHEN NEW.struckAt IS NULL BEGIN 
  INSERT INTO unrated (partyId, departmentId, kind, pinyin)
    SELECT id, coalesce(departmentId, 0), kind, pinyin FROM party WHERE id = NEW.partyId AND id NOT IN (SELECT partyId FROM unrated WHERE partyId = NEW.partyId)
      AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.partyId = party.id AND rating.isCurrent = 1); END;

CREATE TRIGGER delivery_toRateNoMore AFTER UPDATE OF struckAt ON delivery WHEN OLD.struckAt IS NULL AND NOT (NEW.struckAt IS NULL) BEGIN 
  DELETE FROM unrated WHERE partyId = NEW.partyId
    AND NOT EXISTS (SELECT 1 FROM party WHERE party.id = unrated.partyId AND party.dossiers > 0)
    AND NOT EXISTS (SELECT 1 FROM invoiceDay WHERE invoiceDay.partyId = unrated.partyId)
    AND NOT EXISTS (SELECT 1 FROM receivable WHERE receivable.partyId = unrated.partyId AND receivable.struckAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.partyId = unrated.partyId AND delivery.struckAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM statement WHERE statement.partyId = unrated.partyId AND statement.state = 'confirmed')
    AND NOT EXISTS (SELECT 1 FROM survey WHERE survey.partyId = unrated.partyId AND survey.withdrawnAt IS NULL); END;

CREATE TRIGGER delivery_toRateNow AFTER UPDATE OF struckAt ON delivery WHEN NEW.struckAt IS NULL AND NOT (OLD.struckAt IS NULL) BEGIN 
  INSERT INTO unrated (partyId, departmentId, kind, pinyin)
    SELECT id, coalesce(departmentId, 0), kind, pinyin FROM party WHERE id = NEW.partyId AND id NOT IN (SELECT partyId FROM unrated WHERE partyId = NEW.partyId)
      AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.partyId = party.id AND rating.isCurrent = 1); END;

CREATE TRIGGER dossier_entered AFTER INSERT ON dossier BEGIN
      INSERT INTO custody (dossierId, fromAt, stage, holderId, how) VALUES (NEW.id, NEW.openedAt, NEW.stage, NEW.openedBy, 'opened');
    END;

CREATE TRIGGER dossier_inserted AFTER INSERT ON dossier BEGIN
      INSERT INTO dossierTally
        SELECT NEW.departmentId, NEW.year, NEW.kind, coalesce(NEW.grade, ''), NEW.confirmedAt IS NOT NULL, NEW.present >= NEW.required,
          NEW.drawerId IS NOT NULL, 1, NEW.present, NEW.required
        WHERE NEW.voidedAt IS NULL
      ON CONFLICT DO UPDATE SET
        dossiers = dossiers + 1, present = present + excluded.present, required = required + excluded.required;
      UPDATE drawer SET occupied = occupied + 1 WHERE id = NEW.drawerId;
      UPDATE dossier SET sortName = party.pinyin, grade = party.grade FROM party WHERE dossier.id = NEW.id AND party.id = NEW.partyId;
      UPDATE dossier SET placeKey = shelf.key FROM
        (SELECT printf('%06d/%d%s/%02d/%03d', cabinet.roomId, length(cabinet.code), upper(cabinet.code), drawer.no, NEW.slot) AS key
         FROM drawer JOIN cabinet ON cabinet.id = drawer.cabinetId WHERE drawer.id = NEW.drawerId) AS shelf
      WHERE dossier.id = NEW.id;
    END;

CREATE TRIGGER dossier_lacking AFTER INSERT ON dossier WHEN NEW.voidedAt IS NULL AND NEW.gaps <> '' BEGIN
      INSERT INTO gapTally VALUES (NEW.kind, NEW.departmentId, NEW.gaps, 1) ON CONFLICT DO UPDATE SET dossiers = dossiers + 1;
    END;

CREATE TRIGGER dossier_lacks AFTER UPDATE OF gaps, kind, departmentId, voidedAt ON dossier
    WHEN OLD.gaps <> NEW.gaps OR OLD.kind <> NEW.kind OR OLD.departmentId <> NEW.departmentId OR OLD.voidedAt IS NOT NEW.voidedAt BEGIN
      UPDATE gapTally SET dossiers = dossiers - 1
        WHERE OLD.voidedAt IS NULL AND kind = OLD.kind AND departmentId = OLD.departmentId AND gaps = OLD.gaps;
      DELETE FROM gapTally WHERE kind = OLD.kind AND departmentId = OLD.departmentId AND gaps = OLD.gaps AND dossiers = 0;
      INSERT INTO gapTally SELECT NEW.kind, NEW.departmentId, NEW.gaps, 1 WHERE NEW.voidedAt IS NULL AND NEW.gaps <> ''
        ON CONFLICT DO UPDATE SET dossiers = dossiers + 1;
    END;

CREATE TRIGGER dossier_moved AFTER UPDATE OF drawerId ON dossier WHEN OLD.drawerId IS NOT NEW.drawerId BEGIN
      UPDATE drawer SET occupied = occupied - 1 WHERE id = OLD.drawerId;
      UPDATE drawer SET occupied = occupied + 1 WHERE id = NEW.drawerId;
    END;

CREATE TRIGGER dossier_placed AFTER UPDATE OF drawerId, slot ON dossier
    WHEN OLD.drawerId IS NOT NEW.drawerId OR OLD.slot IS NOT NEW.slot BEGIN
      UPDATE dossier SET placeKey = coalesce(
        (SELECT printf('%06d/%d%s/%02d/%03d', cabinet.roomId, length(cabinet.code), upper(cabinet.code), drawer.no, NEW.slot)
         FROM drawer JOIN cabinet ON cabinet.id = drawer.cabinetId WHERE drawer.id = NEW.drawerId), '~')
      WHERE id = NEW.id;
    END;

CREATE TRIGGER dossier_reached AFTER UPDATE OF partyId, departmentId, voidedAt ON dossier BEGIN
      UPDATE party SET dossiers = (SELECT count(*) FROM dossier WHERE partyId = party.id AND voidedAt IS NULL)
        WHERE id IN (OLD.partyId, NEW.partyId);
      DELETE FROM partyReach WHERE partyId IN (OLD.partyId, NEW.partyId);
      INSERT INTO partyReach
        SELECT DISTINCT dossier.departmentId, party.id, party.departmentId, party.kind, party.grade, party.province
        FROM party JOIN dossier ON dossier.partyId = party.id
        WHERE party.id IN (OLD.partyId, NEW.partyId) AND dossier.voidedAt IS NULL AND party.departmentId IS NOT dossier.departmentId;
    END;

CREATE TRIGGER dossier_reaching AFTER INSERT ON dossier WHEN NEW.voidedAt IS NULL BEGIN
      UPDATE party SET dossiers = dossiers + 1 WHERE id = NEW.partyId;
      INSERT INTO partyReach
        SELECT NEW.departmentId, id, departmentId, kind, grade, province FROM party
        WHERE id = NEW.partyId AND departmentId IS NOT NEW.departmentId
          AND NOT EXISTS (SELECT 1 FROM partyReach WHERE partyReach.departmentId = NEW.departmentId AND partyReach.partyId = NEW.partyId);
    END;

CREATE TRIGGER dossier_tallied
    AFTER UPDATE OF departmentId, year, kind, grade, confirmedAt, voidedAt, present, required, drawerId ON dossier BEGIN
      UPDATE dossierTally SET dossiers = dossiers - 1, present = present - OLD.present, required = required - OLD.required
        WHERE OLD.voidedAt IS NULL AND departmentId = OLD.departmentId AND year = OLD.year AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND isConfirmed = (OLD.confirmedAt IS NOT NULL)
          AND isComplete = (OLD.present >= OLD.required) AND isShelved = (OLD.drawerId IS NOT NULL);
      DELETE FROM dossierTally
        WHERE dossiers = 0 AND departmentId = OLD.departmentId AND year = OLD.year AND kind = OLD.kind AND grade = coalesce(OLD.grade, '');
      INSERT INTO dossierTally
        SELECT NEW.departmentId, NEW.year, NEW.kind, coalesce(NEW.grade, ''), NEW.confirmedAt IS NOT NULL, NEW.present >= NEW.required,
          NEW.drawerId IS NOT NULL, 1, NEW.present, NEW.required
        WHERE NEW.voidedAt IS NULL
      ON CONFLICT DO UPDATE SET
        dossiers = dossiers + 1, present = present + excluded.present, required = required + excluded.required;
    END;

CREATE TRIGGER dossier_unboxed AFTER UPDATE OF drawerId, retentionYears ON dossier
    WHEN NEW.boxId IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM box WHERE box.id = NEW.boxId AND box.drawerId IS NEW.drawerId AND box.retentionYears IS NEW.retentionYears
    ) BEGIN
      UPDATE dossier SET boxId = NULL WHERE id = NEW.id;
    END;

CREATE TRIGGER drawer_added AFTER INSERT ON drawer BEGIN
      UPDATE room SET drawers = drawers + 1, folders = folders + NEW.occupied WHERE id = (SELECT roomId FROM cabinet WHERE id = NEW.cabinetId);
    END;

CREATE TRIGGER drawer_filled AFTER UPDATE OF occupied, cabinetId ON drawer BEGIN
      UPDATE room SET drawers = drawers - 1, folders = folders - OLD.occupied WHERE id = (SELECT roomId FROM cabinet WHERE id = OLD.cabinetId);
      UPDATE room SET drawers = drawers + 1, folders = folders + NEW.occupied WHERE id = (SELECT roomId FROM cabinet WHERE id = NEW.cabinetId);
    END;

CREATE TRIGGER drawer_removed AFTER DELETE ON drawer BEGIN
      UPDATE room SET drawers = drawers - 1, folders = folders - OLD.occupied WHERE id = (SELECT roomId FROM cabinet WHERE id = OLD.cabinetId);
    END;

CREATE TRIGGER duty_changed AFTER UPDATE OF regulationVersionId, departmentId, doneOn ON duty
    WHEN OLD.regulationVersionId <> NEW.regulationVersionId OR OLD.departmentId IS NOT NEW.departmentId OR (OLD.doneOn IS NULL) <> (NEW.doneOn IS NULL) BEGIN
      UPDATE dutyTally SET duties = duties - 1, done = done - (OLD.doneOn IS NOT NULL)
        WHERE regulationVersionId = OLD.regulationVersionId AND ruleId = OLD.ruleId AND departmentId = coalesce(OLD.departmentId, 0);
      INSERT INTO dutyTally VALUES (NEW.regulationVersionId, NEW.ruleId, coalesce(NEW.departmentId, 0), 1, NEW.doneOn IS NOT NULL)
      ON CONFLICT DO UPDATE SET duties = duties + 1, done = done + excluded.done;
    END;

CREATE TRIGGER duty_deleted AFTER DELETE ON duty BEGIN
      UPDATE dutyTally SET duties = duties - 1, done = done - (OLD.doneOn IS NOT NULL)
        WHERE regulationVersionId = OLD.regulationVersionId AND ruleId = OLD.ruleId AND departmentId = coalesce(OLD.departmentId, 0);
      DELETE FROM dutyTally WHERE duties = 0;
    END;

CREATE TRIGGER duty_inserted AFTER INSERT ON duty BEGIN
      INSERT INTO dutyTally VALUES (NEW.regulationVersionId, NEW.ruleId, coalesce(NEW.departmentId, 0), 1, NEW.doneOn IS NOT NULL)
      ON CONFLICT DO UPDATE SET duties = duties + 1, done = done + excluded.done;
    END;

CREATE TRIGGER invoiceBatchParty_toRate AFTER INSERT ON invoiceBatchParty WHEN NEW.added > 0 BEGIN 
  INSERT INTO unrated (partyId, departmentId, kind, pinyin)
    SELECT id, coalesce(departmentId, 0), kind, pinyin FROM party WHERE id = NEW.partyId AND id NOT IN (SELECT partyId FROM unrated WHERE partyId = NEW.partyId)
      AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.partyId = party.id AND rating.isCurrent = 1); END;

CREATE TRIGGER invoiceBatch_kept BEFORE DELETE ON invoiceBatch BEGIN SELECT RAISE(ABORT, 'a batch is struck, never deleted'); END;

CREATE TRIGGER invoiceBatch_toRateNoMore AFTER UPDATE OF struckAt ON invoiceBatch WHEN OLD.struckAt IS NULL AND NEW.struckAt IS NOT NULL BEGIN
      
  DELETE FROM unrated WHERE partyId IN (SELECT partyId FROM invoiceBatchParty WHERE batchId = NEW.id)
    AND NOT EXISTS (SELECT 1 FROM party WHERE party.id = unrated.partyId AND party.dossiers > 0)
    AND NOT EXISTS (SELECT 1 FROM invoiceDay WHERE invoiceDay.partyId = unrated.partyId)
    AND NOT EXISTS (SELECT 1 FROM receivable WHERE receivable.partyId = unrated.partyId AND receivable.struckAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.partyId = unrated.partyId AND delivery.struckAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM statement WHERE statement.partyId = unrated.partyId AND statement.state = 'confirmed')
    AND NOT EXISTS (SELECT 1 FROM survey WHERE survey.partyId = unrated.partyId AND survey.withdrawnAt IS NULL);
    END;

CREATE TRIGGER invoice_fixed BEFORE UPDATE OF batchId, partyId, direction, issuedOn, number, code, counterpartyId, amountFen, taxFen, totalFen ON invoice
      BEGIN SELECT RAISE(ABORT, 'an invoice is struck with its batch, never rewritten'); END;

CREATE TRIGGER invoice_kept BEFORE DELETE ON invoice BEGIN SELECT RAISE(ABORT, 'an invoice is struck with its batch, never deleted'); END;

CREATE TRIGGER limitCapsule_kept BEFORE DELETE ON limitCapsule BEGIN SELECT RAISE(ABORT, 'a capsule is never deleted'); END;

CREATE TRIGGER limitCapsule_unchanged BEFORE UPDATE ON limitCapsule BEGIN SELECT RAISE(ABORT, 'a capsule is never changed'); END;

CREATE TRIGGER limitCase_kept BEFORE DELETE ON limitCase BEGIN SELECT RAISE(ABORT, 'a limit is never deleted'); END;

CREATE TRIGGER limitCase_listed BEFORE UPDATE OF listed ON limitCase WHEN OLD.state IN ('approved', 'refused', 'withdrawn') AND NEW.listed <> OLD.listed
      BEGIN SELECT RAISE(ABORT, 'what was decided stands'); END;

CREATE TRIGGER limitCase_unchanged BEFORE UPDATE ON limitCase WHEN OLD.state IN ('approved', 'refused', 'withdrawn') AND (
      NEW.state <> OLD.state OR NEW.number <> OLD.number OR NEW.partyId <> OLD.partyId OR NEW.ratingId IS NOT OLD.ratingId OR NEW.schemeVersionId <> OLD.schemeVersionId
      OR NEW.proposal <> OLD.proposal OR NEW.proposedFen <> OLD.proposedFen OR NEW.proposedDays <> OLD.proposedDays OR NEW.amountFen <> OLD.amountFen OR NEW.termDays <> OLD.termDays
      OR NEW.fromOn IS NOT OLD.fromOn OR NEW.untilOn <> OLD.untilOn OR NEW.reason IS NOT OLD.reason OR NEW.decidedBy IS NOT OLD.decidedBy OR NEW.reviewedBy IS NOT OLD.reviewedBy OR NEW.madeBy <> OLD.madeBy
    ) BEGIN SELECT RAISE(ABORT, 'what was decided stands'); END;

CREATE TRIGGER limitStep_kept BEFORE DELETE ON limitStep BEGIN SELECT RAISE(ABORT, 'a step is never deleted'); END;

CREATE TRIGGER limitStep_unchanged BEFORE UPDATE ON limitStep BEGIN SELECT RAISE(ABORT, 'a step is never changed'); END;

CREATE TRIGGER partyReach_counted AFTER INSERT ON partyReach BEGIN
      INSERT INTO partyTally
        SELECT NEW.departmentId, scope.province, coalesce(NEW.ofDepartment, 0), NEW.kind, coalesce(NEW.grade, ''), 1, 1
        FROM (SELECT '*' AS province UNION ALL SELECT '=' || NEW.province WHERE NEW.province IS NOT NULL) AS scope WHERE true
      ON CONFLICT DO UPDATE SET parties = parties + 1;
    END;

CREATE TRIGGER partyReach_recounted AFTER UPDATE ON partyReach BEGIN
      UPDATE partyTally SET parties = parties - 1
        WHERE seenBy = OLD.departmentId AND province IN ('*', '=' || OLD.province) AND departmentId = coalesce(OLD.ofDepartment, 0) AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND hasDossier = 1;
      DELETE FROM partyTally
        WHERE parties = 0 AND seenBy = OLD.departmentId AND province IN ('*', '=' || OLD.province) AND departmentId = coalesce(OLD.ofDepartment, 0) AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND hasDossier = 1;
      INSERT INTO partyTally
        SELECT NEW.departmentId, scope.province, coalesce(NEW.ofDepartment, 0), NEW.kind, coalesce(NEW.grade, ''), 1, 1
        FROM (SELECT '*' AS province UNION ALL SELECT '=' || NEW.province WHERE NEW.province IS NOT NULL) AS scope WHERE true
      ON CONFLICT DO UPDATE SET parties = parties + 1;
    END;

CREATE TRIGGER partyReach_uncounted AFTER DELETE ON partyReach BEGIN
      UPDATE partyTally SET parties = parties - 1
        WHERE seenBy = OLD.departmentId AND province IN ('*', '=' || OLD.province) AND departmentId = coalesce(OLD.ofDepartment, 0) AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND hasDossier = 1;
      DELETE FROM partyTally
        WHERE parties = 0 AND seenBy = OLD.departmentId AND province IN ('*', '=' || OLD.province) AND departmentId = coalesce(OLD.ofDepartment, 0) AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND hasDossier = 1;
    END;

CREATE TRIGGER party_copied AFTER UPDATE OF pinyin, grade ON party
    WHEN OLD.pinyin <> NEW.pinyin OR OLD.grade IS NOT NEW.grade BEGIN
      UPDATE dossier SET sortName = NEW.pinyin, grade = NEW.grade WHERE partyId = NEW.id AND voidedAt IS NULL;
    END;

CREATE TRIGGER party_counted AFTER INSERT ON party BEGIN
      INSERT INTO partyTally
        SELECT 0, scope.province, coalesce(NEW.departmentId, 0), NEW.kind, coalesce(NEW.grade, ''), NEW.dossiers > 0, 1
        FROM (SELECT '*' AS province UNION ALL SELECT '=' || NEW.province WHERE NEW.province IS NOT NULL) AS scope WHERE true
      ON CONFLICT DO UPDATE SET parties = parties + 1;
    END;

CREATE TRIGGER party_reached AFTER UPDATE OF departmentId ON party WHEN OLD.departmentId IS NOT NEW.departmentId BEGIN
      DELETE FROM partyReach WHERE partyId = NEW.id;
      INSERT INTO partyReach
        SELECT DISTINCT departmentId, partyId, NEW.departmentId, NEW.kind, NEW.grade, NEW.province FROM dossier
        WHERE partyId = NEW.id AND voidedAt IS NULL AND departmentId IS NOT NEW.departmentId;
    END;

CREATE TRIGGER party_recounted AFTER UPDATE OF departmentId, kind, grade, province, dossiers ON party
    WHEN OLD.departmentId IS NOT NEW.departmentId OR OLD.kind <> NEW.kind OR OLD.grade IS NOT NEW.grade
      OR OLD.province IS NOT NEW.province OR (OLD.dossiers > 0) <> (NEW.dossiers > 0) BEGIN
      UPDATE partyTally SET parties = parties - 1
        WHERE seenBy = 0 AND province IN ('*', '=' || OLD.province) AND departmentId = coalesce(OLD.departmentId, 0) AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND hasDossier = (OLD.dossiers > 0);
      DELETE FROM partyTally
        WHERE parties = 0 AND seenBy = 0 AND province IN ('*', '=' || OLD.province) AND departmentId = coalesce(OLD.departmentId, 0) AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND hasDossier = (OLD.dossiers > 0);
      INSERT INTO partyTally
        SELECT 0, scope.province, coalesce(NEW.departmentId, 0), NEW.kind, coalesce(NEW.grade, ''), NEW.dossiers > 0, 1
        FROM (SELECT '*' AS province UNION ALL SELECT '=' || NEW.province WHERE NEW.province IS NOT NULL) AS scope WHERE true
      ON CONFLICT DO UPDATE SET parties = parties + 1;
      UPDATE partyReach SET ofDepartment = NEW.departmentId, kind = NEW.kind, grade = NEW.grade, province = NEW.province WHERE partyId = NEW.id;
    END;

CREATE TRIGGER party_toRate AFTER UPDATE OF dossiers ON party WHEN OLD.dossiers = 0 AND NEW.dossiers > 0 BEGIN 
  INSERT INTO unrated (partyId, departmentId, kind, pinyin)
    SELECT id, coalesce(departmentId, 0), kind, pinyin FROM party WHERE id = NEW.id AND id NOT IN (SELECT partyId FROM unrated WHERE partyId = NEW.id)
      AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.partyId = party.id AND rating.isCurrent = 1); END;

CREATE TRIGGER party_toRateNoMore AFTER UPDATE OF dossiers ON party WHEN OLD.dossiers > 0 AND NEW.dossiers = 0 BEGIN 
  DELETE FROM unrated WHERE partyId = NEW.id
    AND NOT EXISTS (SELECT 1 FROM party WHERE party.id = unrated.partyId AND party.dossiers > 0)
    AND NOT EXISTS (SELECT 1 FROM invoiceDay WHERE invoiceDay.partyId = unrated.partyId)
    AND NOT EXISTS (SELECT 1 FROM receivable WHERE receivable.partyId = unrated.partyId AND receivable.struckAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.partyId = unrated.partyId AND delivery.struckAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM statement WHERE statement.partyId = unrated.partyId AND statement.state = 'confirmed')
    AND NOT EXISTS (SELECT 1 FROM survey WHERE survey.partyId = unrated.partyId AND survey.withdrawnAt IS NULL); END;

CREATE TRIGGER party_unrated AFTER UPDATE OF departmentId, kind, pinyin ON party WHEN OLD.departmentId IS NOT NEW.departmentId OR OLD.kind <> NEW.kind OR OLD.pinyin <> NEW.pinyin BEGIN
      UPDATE unrated SET departmentId = coalesce(NEW.departmentId, 0), kind = NEW.kind, pinyin = NEW.pinyin WHERE partyId = NEW.id;
    END;

CREATE TRIGGER promise_fixed BEFORE UPDATE OF partyId, madeOn, dueOn, amountFen, promisedBy, how, attachmentId, page, remarks, recordedBy, recordedAt ON promise
      BEGIN SELECT RAISE(ABORT, 'a promise is struck, never rewritten'); END;

CREATE TRIGGER promise_kept BEFORE DELETE ON promise BEGIN SELECT RAISE(ABORT, 'a promise is struck, never deleted'); END;

CREATE TRIGGER ratingCapsule_kept BEFORE DELETE ON ratingCapsule BEGIN SELECT RAISE(ABORT, 'a capsule is never deleted'); END;

CREATE TRIGGER ratingCapsule_unchanged BEFORE UPDATE ON ratingCapsule BEGIN SELECT RAISE(ABORT, 'a capsule is never changed'); END;

CREATE TRIGGER ratingStep_kept BEFORE DELETE ON ratingStep BEGIN SELECT RAISE(ABORT, 'a step is never deleted'); END;

CREATE TRIGGER ratingStep_unchanged BEFORE UPDATE ON ratingStep BEGIN SELECT RAISE(ABORT, 'a step is never changed'); END;

CREATE TRIGGER rating_counted AFTER INSERT ON rating BEGIN
      INSERT INTO ratingTally VALUES (NEW.state, NEW.kind, coalesce(NEW.grade, ''), NEW.isCurrent, 1)
      ON CONFLICT DO UPDATE SET ratings = ratings + 1;
    END;

CREATE TRIGGER rating_first AFTER INSERT ON rating WHEN NEW.isCurrent = 1 BEGIN DELETE FROM unrated WHERE partyId = NEW.partyId; END;

CREATE TRIGGER rating_firstNow AFTER UPDATE OF isCurrent ON rating WHEN NEW.isCurrent = 1 BEGIN DELETE FROM unrated WHERE partyId = NEW.partyId; END;

CREATE TRIGGER rating_kept BEFORE DELETE ON rating BEGIN SELECT RAISE(ABORT, 'a rating is never deleted'); END;

CREATE TRIGGER rating_recounted AFTER UPDATE OF state, grade, isCurrent ON rating BEGIN
      UPDATE ratingTally SET ratings = ratings - 1
        WHERE state = OLD.state AND kind = OLD.kind AND grade = coalesce(OLD.grade, '') AND isCurrent = OLD.isCurrent;
      DELETE FROM ratingTally WHERE ratings = 0 AND state = OLD.state AND kind = OLD.kind AND grade = coalesce(OLD.grade, '') AND isCurrent = OLD.isCurrent;
      INSERT INTO ratingTally VALUES (NEW.state, NEW.kind, coalesce(NEW.grade, ''), NEW.isCurrent, 1)
      ON CONFLICT DO UPDATE SET ratings = ratings + 1;
    END;

CREATE TRIGGER rating_unchanged BEFORE UPDATE ON rating WHEN OLD.state IN ('approved', 'withdrawn') AND (
      NEW.state <> OLD.state OR NEW.number <> OLD.number OR NEW.partyId <> OLD.partyId OR NEW.kind <> OLD.kind OR NEW.asOf <> OLD.asOf
      OR NEW.schemeVersionId <> OLD.schemeVersionId OR NEW.regulationVersionId <> OLD.regulationVersionId OR NEW.score IS NOT OLD.score
      OR NEW.coverage <> OLD.coverage OR NEW.computedGrade IS NOT OLD.computedGrade OR NEW.grade IS NOT OLD.grade
      OR NEW.overrideGrade IS NOT OLD.overrideGrade OR NEW.overrideUntil IS NOT OLD.overrideUntil OR NEW.approvedOn IS NOT OLD.approvedOn
      OR NEW.approvedBy IS NOT OLD.approvedBy OR NEW.reviewedBy IS NOT OLD.reviewedBy OR NEW.madeBy <> OLD.madeBy
    ) BEGIN SELECT RAISE(ABORT, 'what was decided stands'); END;

CREATE TRIGGER receipt_fixed BEFORE UPDATE OF partyId, receivedOn, amountFen, means, reference, remarks, fileName, recordedBy, recordedAt ON receipt
      BEGIN SELECT RAISE(ABORT, 'a receipt is struck, never rewritten'); END;

CREATE TRIGGER receipt_kept BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'a receipt is struck, never deleted'); END;

CREATE TRIGGER receivable_fixed BEFORE UPDATE OF partyId, contractId, number, issuedOn, dueOn, amountFen, remarks, fileName, recordedBy, recordedAt ON receivable
      BEGIN SELECT RAISE(ABORT, 'a receivable is struck, never rewritten'); END;

CREATE TRIGGER receivable_kept BEFORE DELETE ON receivable BEGIN SELECT RAISE(ABORT, 'a receivable is struck, never deleted'); END;

CREATE TRIGGER receivable_toRate AFTER INSERT ON receivable WHEN NEW.struckAt IS NULL BEGIN 
  INSERT INTO unrated (partyId, departmentId, kind, pinyin)
    SELECT id, coalesce(departmentId, 0), kind, pinyin FROM party WHERE id = NEW.partyId AND id NOT IN (SELECT partyId FROM unrated WHERE partyId = NEW.partyId)
      AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.partyId = party.id AND rating.isCurrent = 1); END;

CREATE TRIGGER receivable_toRateNoMore AFTER UPDATE OF struckAt ON receivable WHEN OLD.struckAt IS NULL AND NOT (NEW.struckAt IS NULL) BEGIN 
  DELETE FROM unrated WHERE partyId = NEW.partyId
    AND NOT EXISTS (SELECT 1 FROM party WHERE party.id = unrated.partyId AND party.dossiers > 0)
    AND NOT EXISTS (SELECT 1 FROM invoiceDay WHERE invoiceDay.partyId = unrated.partyId)
    AND NOT EXISTS (SELECT 1 FROM receivable WHERE receivable.partyId = unrated.partyId AND receivable.struckAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.partyId = unrated.partyId AND delivery.struckAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM statement WHERE statement.partyId = unrated.partyId AND statement.state = 'confirmed')
    AND NOT EXISTS (SELECT 1 FROM survey WHERE survey.partyId = unrated.partyId AND survey.withdrawnAt IS NULL); END;

CREATE TRIGGER receivable_toRateNow AFTER UPDATE OF struckAt ON receivable WHEN NEW.struckAt IS NULL AND NOT (OLD.struckAt IS NULL) BEGIN 
  INSERT INTO unrated (partyId, departmentId, kind, pinyin)
    SELECT id, coalesce(departmentId, 0), kind, pinyin FROM party WHERE id = NEW.partyId AND id NOT IN (SELECT partyId FROM unrated WHERE partyId = NEW.partyId)
      AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.partyId = party.id AND rating.isCurrent = 1); END;

CREATE TRIGGER reratingBatch_kept BEFORE DELETE ON reratingBatch BEGIN SELECT RAISE(ABORT, 'a batch is kept'); END;

CREATE TRIGGER reratingLine_kept BEFORE DELETE ON reratingLine BEGIN SELECT RAISE(ABORT, 'a batch is kept'); END;

CREATE TRIGGER schemeVersion_fixed BEFORE UPDATE OF schemeId, no, body, hash, effectiveOn ON schemeVersion WHEN OLD.state IN ('approved', 'withdrawn')
      BEGIN SELECT RAISE(ABORT, 'an approved version is never changed'); END;

CREATE TRIGGER schemeVersion_kept BEFORE DELETE ON schemeVersion WHEN OLD.state IN ('approved', 'withdrawn')
      BEGIN SELECT RAISE(ABORT, 'an approved version is kept'); END;

CREATE TRIGGER schemeVersion_submitted BEFORE UPDATE OF body, hash ON schemeVersion WHEN OLD.state <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a version that was submitted is never changed'); END;

CREATE TRIGGER statementLine_added BEFORE INSERT ON statementLine WHEN (SELECT state FROM statement WHERE id = NEW.statementId) <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a confirmed statement is not changed'); END;

CREATE TRIGGER statementLine_kept BEFORE DELETE ON statementLine WHEN (SELECT state FROM statement WHERE id = OLD.statementId) <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a confirmed statement is not changed'); END;

CREATE TRIGGER statementLine_unchanged BEFORE UPDATE ON statementLine WHEN (SELECT state FROM statement WHERE id = OLD.statementId) <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a confirmed statement is not changed'); END;

CREATE TRIGGER statementMaker_again AFTER UPDATE OF enteredBy ON statement
      BEGIN INSERT OR IGNORE INTO statementMaker (statementId, personId) VALUES (NEW.id, NEW.enteredBy); END;

CREATE TRIGGER statementMaker_first AFTER INSERT ON statement
      BEGIN INSERT INTO statementMaker (statementId, personId) VALUES (NEW.id, NEW.enteredBy); END;

CREATE TRIGGER statementMaker_kept BEFORE DELETE ON statementMaker BEGIN SELECT RAISE(ABORT, 'who entered it is kept'); END;

CREATE TRIGGER statementMaker_unchanged BEFORE UPDATE ON statementMaker BEGIN SELECT RAISE(ABORT, 'who entered it is not changed'); END;

CREATE TRIGGER statementReason_kept BEFORE DELETE ON statementReason BEGIN SELECT RAISE(ABORT, 'a reason is kept'); END;

CREATE TRIGGER statementReason_unchanged BEFORE UPDATE ON statementReason BEGIN SELECT RAISE(ABORT, 'a reason is not changed'); END;

CREATE TRIGGER statement_kept BEFORE DELETE ON statement BEGIN SELECT RAISE(ABORT, 'a statement is kept'); END;

CREATE TRIGGER statement_toRate AFTER INSERT ON statement WHEN NEW.state = 'confirmed' BEGIN 
  INSERT INTO unrated (partyId, departmentId, kind, pinyin)
    SELECT id, coalesce(departmentId, 0), kind, pinyin FROM party WHERE id = NEW.partyId AND id NOT IN (SELECT partyId FROM unrated WHERE partyId = NEW.partyId)
      AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.partyId = party.id AND rating.isCurrent = 1); END;

CREATE TRIGGER statement_toRateNoMore AFTER UPDATE OF state ON statement WHEN OLD.state = 'confirmed' AND NOT (NEW.state = 'confirmed') BEGIN 
  DELETE FROM unrated WHERE partyId = NEW.partyId
    AND NOT EXISTS (SELECT 1 FROM party WHERE party.id = unrated.partyId AND party.dossiers > 0)
    AND NOT EXISTS (SELECT 1 FROM invoiceDay WHERE invoiceDay.partyId = unrated.partyId)
    AND NOT EXISTS (SELECT 1 FROM receivable WHERE receivable.partyId = unrated.partyId AND receivable.struckAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.partyId = unrated.partyId AND delivery.struckAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM statement WHERE statement.partyId = unrated.partyId AND statement.state = 'confirmed')
    AND NOT EXISTS (SELECT 1 FROM survey WHERE survey.partyId = unrated.partyId AND survey.withdrawnAt IS NULL); END;

CREATE TRIGGER statement_toRateNow AFTER UPDATE OF state ON statement WHEN NEW.state = 'confirmed' AND NOT (OLD.state = 'confirmed') BEGIN 
  INSERT INTO unrated (partyId, departmentId, kind, pinyin)
    SELECT id, coalesce(departmentId, 0), kind, pinyin FROM party WHERE id = NEW.partyId AND id NOT IN (SELECT partyId FROM unrated WHERE partyId = NEW.partyId)
      AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.partyId = party.id AND rating.isCurrent = 1); END;

CREATE TRIGGER statement_unchanged
      BEFORE UPDATE OF partyId, periodEnd, format, unit, opinion, auditor, receivedOn, revision, revisesId, enteredBy, enteredAt ON statement WHEN OLD.state <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a confirmed statement is not changed'); END;

CREATE TRIGGER stub_kept BEFORE DELETE ON stub BEGIN SELECT RAISE(ABORT, 'a stub is never deleted'); END;

CREATE TRIGGER stub_unchanged BEFORE UPDATE ON stub BEGIN SELECT RAISE(ABORT, 'a stub is never changed'); END;

CREATE TRIGGER survey_fixed BEFORE UPDATE OF partyId, kind, "on", form, attachmentId, page, remarks, recordedBy, recordedAt ON survey
      BEGIN SELECT RAISE(ABORT, 'a survey is withdrawn, never rewritten'); END;

CREATE TRIGGER survey_kept BEFORE DELETE ON survey BEGIN SELECT RAISE(ABORT, 'a survey is withdrawn, never deleted'); END;

CREATE TRIGGER survey_toRate AFTER INSERT ON survey WHEN NEW.withdrawnAt IS NULL BEGIN 
  INSERT INTO unrated (partyId, departmentId, kind, pinyin)
    SELECT id, coalesce(departmentId, 0), kind, pinyin FROM party WHERE id = NEW.partyId AND id NOT IN (SELECT partyId FROM unrated WHERE partyId = NEW.partyId)
      AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.partyId = party.id AND rating.isCurrent = 1); END;

CREATE TRIGGER survey_toRateNoMore AFTER UPDATE OF withdrawnAt ON survey WHEN OLD.withdrawnAt IS NULL AND NOT (NEW.withdrawnAt IS NULL) BEGIN 
  DELETE FROM unrated WHERE partyId = NEW.partyId
    AND NOT EXISTS (SELECT 1 FROM party WHERE party.id = unrated.partyId AND party.dossiers > 0)
    AND NOT EXISTS (SELECT 1 FROM invoiceDay WHERE invoiceDay.partyId = unrated.partyId)
    AND NOT EXISTS (SELECT 1 FROM receivable WHERE receivable.partyId = unrated.partyId AND receivable.struckAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.partyId = unrated.partyId AND delivery.struckAt IS NULL)
    AND NOT EXISTS (SELECT 1 FROM statement WHERE statement.partyId = unrated.partyId AND statement.state = 'confirmed')
    AND NOT EXISTS (SELECT 1 FROM survey WHERE survey.partyId = unrated.partyId AND survey.withdrawnAt IS NULL); END;

CREATE TRIGGER survey_toRateNow AFTER UPDATE OF withdrawnAt ON survey WHEN NEW.withdrawnAt IS NULL AND NOT (OLD.withdrawnAt IS NULL) BEGIN 
  INSERT INTO unrated (partyId, departmentId, kind, pinyin)
    SELECT id, coalesce(departmentId, 0), kind, pinyin FROM party WHERE id = NEW.partyId AND id NOT IN (SELECT partyId FROM unrated WHERE partyId = NEW.partyId)
      AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.partyId = party.id AND rating.isCurrent = 1); END;

CREATE TRIGGER unrated_counted AFTER INSERT ON unrated BEGIN
      INSERT INTO unratedTally VALUES (NEW.departmentId, NEW.kind, 1) ON CONFLICT DO UPDATE SET parties = parties + 1;
    END;

CREATE TRIGGER unrated_recounted AFTER UPDATE OF departmentId, kind ON unrated WHEN OLD.departmentId <> NEW.departmentId OR OLD.kind <> NEW.kind BEGIN
      UPDATE unratedTally SET parties = parties - 1 WHERE departmentId = OLD.departmentId AND kind = OLD.kind;
      DELETE FROM unratedTally WHERE departmentId = OLD.departmentId AND kind = OLD.kind AND parties = 0;
      INSERT INTO unratedTally VALUES (NEW.departmentId, NEW.kind, 1) ON CONFLICT DO UPDATE SET parties = parties + 1;
    END;

CREATE TRIGGER unrated_uncounted AFTER DELETE ON unrated BEGIN
      UPDATE unratedTally SET parties = parties - 1 WHERE departmentId = OLD.departmentId AND kind = OLD.kind;
      DELETE FROM unratedTally WHERE departmentId = OLD.departmentId AND kind = OLD.kind AND parties = 0;
    END;

CREATE TRIGGER warningRuleSet_decided BEFORE UPDATE ON warningRuleSet WHEN OLD.state IN ('agreed', 'refused', 'withdrawn')
      BEGIN SELECT RAISE(ABORT, 'a set that was decided is never changed'); END;

CREATE TRIGGER warningRuleSet_kept BEFORE DELETE ON warningRuleSet
      BEGIN SELECT RAISE(ABORT, 'a set is kept'); END;

CREATE TRIGGER warningRuleSet_proposed BEFORE UPDATE OF body, hash, basedOnId, savedBy, savedAt ON warningRuleSet WHEN OLD.state <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a set that was proposed is never changed'); END;

CREATE TABLE agreement (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      number     TEXT NOT NULL UNIQUE,
      personId   INTEGER NOT NULL REFERENCES person,
      signedOn   TEXT NOT NULL,
      validUntil TEXT,
      remarks    TEXT,
      recordedBy INTEGER NOT NULL REFERENCES person,
      recordedAt TEXT NOT NULL,
      endedAt    TEXT,
      endedBy    INTEGER REFERENCES person,
      endReason  TEXT
    ) STRICT;

CREATE TABLE allocation (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      receiptId    INTEGER NOT NULL REFERENCES receipt,
      receivableId INTEGER NOT NULL REFERENCES receivable,
      amountFen    INTEGER NOT NULL CHECK (amountFen > 0),
      -- the later of the receipt's day and the receivable's: until then the receipt is an advance
      countsOn     TEXT NOT NULL,
      allocatedBy  INTEGER NOT NULL REFERENCES person,
      allocatedAt  TEXT NOT NULL,
      endedBy      INTEGER REFERENCES person,
      endedAt      TEXT,
      CHECK ((endedBy IS NULL) = (endedAt IS NULL))
    ) STRICT;

CREATE TABLE attachment (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      documentId   INTEGER NOT NULL REFERENCES document,
      sha256       TEXT NOT NULL REFERENCES blob,
      name         TEXT NOT NULL,
      pages        INTEGER,
      addedAt      TEXT NOT NULL,
      addedBy      INTEGER NOT NULL REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT
    ) STRICT;

CREATE TABLE audit (
      -- AUTOINCREMENT: SQLite remembers the highest number ever given, so a log cut short shows by itself
      seq          INTEGER PRIMARY KEY AUTOINCREMENT,
      at           TEXT NOT NULL,
      actorId      INTEGER,
      actorName    TEXT NOT NULL,
      method       TEXT NOT NULL,
      outcome      TEXT NOT NULL CHECK (outcome IN ('done', 'refused')),
      subjectKind  TEXT,
      subjectId    INTEGER,
      subjectLabel TEXT,
      detail       TEXT NOT NULL CHECK (json_valid(detail)),
      previous     TEXT NOT NULL,
      hash         TEXT NOT NULL
    ) STRICT;

CREATE TABLE authorisation (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      personId    INTEGER NOT NULL REFERENCES person,
      dossierId   INTEGER REFERENCES dossier,
      purpose     TEXT NOT NULL,
      untilOn     TEXT NOT NULL,
      requestedAt TEXT NOT NULL,
      decision    TEXT CHECK (decision IN ('agreed', 'refused')),
      decidedBy   INTEGER REFERENCES person,
      decidedAt   TEXT,
      reason      TEXT,
      revokedAt   TEXT,
      revokedBy   INTEGER REFERENCES person,
      CHECK ((decision IS NULL) = (decidedAt IS NULL))
    ) STRICT;

CREATE TABLE blank (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      number     TEXT NOT NULL UNIQUE,
      form       TEXT NOT NULL CHECK (form IN ('slip', 'transfer', 'incident')),
      issuedAt   TEXT NOT NULL,
      issuedBy   INTEGER NOT NULL REFERENCES person,
      state      TEXT NOT NULL CHECK (state IN ('out', 'used', 'voided')),
      closedAt   TEXT,
      closedBy   INTEGER REFERENCES person,
      -- why it was voided; or the number of what came of it
      remarks    TEXT,
      CHECK ((state = 'out') = (closedAt IS NULL))
    ) STRICT;

CREATE TABLE blob (
      sha256   TEXT PRIMARY KEY,
      size     INTEGER NOT NULL,
      mime     TEXT NOT NULL,
      storedAt TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE blobToDelete (
      sha256 TEXT PRIMARY KEY,
      since  TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE bookStamp (
      id    INTEGER PRIMARY KEY CHECK (id = 1),
      stamp INTEGER NOT NULL
    ) STRICT;

CREATE TABLE box (
      id             INTEGER PRIMARY KEY AUTOINCREMENT,
      code           TEXT NOT NULL UNIQUE,
      drawerId       INTEGER NOT NULL REFERENCES drawer,
      departmentId   INTEGER NOT NULL REFERENCES department,
      year           INTEGER NOT NULL,
      kind           TEXT NOT NULL CHECK (kind IN ('credit', 'contract')),
      retentionYears INTEGER,
      -- width of the spine; what fits in is in rules/shelving
      spineMm        INTEGER NOT NULL CHECK (spineMm IN (20, 30, 40, 50)),
      madeBy         INTEGER NOT NULL REFERENCES person,
      madeAt         TEXT NOT NULL
    ) STRICT;

CREATE TABLE cabinet (
      id     INTEGER PRIMARY KEY AUTOINCREMENT,
      roomId INTEGER NOT NULL REFERENCES room,
      code   TEXT NOT NULL,
      label  TEXT,
      UNIQUE (roomId, code)
    ) STRICT;

CREATE TABLE checkAttestation (
      reportId INTEGER NOT NULL REFERENCES checkReport,
      code     TEXT NOT NULL,
      at       TEXT NOT NULL,
      by       INTEGER NOT NULL REFERENCES person,
      remarks  TEXT NOT NULL,
      PRIMARY KEY (reportId, code)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE checkFinding (
      reportId     INTEGER NOT NULL REFERENCES checkReport,
      code         TEXT NOT NULL,
      ordinal      INTEGER NOT NULL,
      rule         TEXT NOT NULL,
      dossierId    INTEGER REFERENCES dossier,
      documentId   INTEGER REFERENCES document,
      attachmentId INTEGER REFERENCES attachment,
      facts        TEXT NOT NULL CHECK (json_valid(facts)),
      PRIMARY KEY (reportId, code, ordinal)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE checkItem (
      reportId INTEGER NOT NULL REFERENCES checkReport,
      code     TEXT NOT NULL,
      outcome  TEXT NOT NULL CHECK (outcome IN ('passed', 'failed', 'notRun', 'notCarriedOut')),
      checked  INTEGER NOT NULL,
      findings INTEGER NOT NULL,
      PRIMARY KEY (reportId, code)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE checkReport (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      number     TEXT NOT NULL UNIQUE,
      scope      TEXT NOT NULL CHECK (scope IN ('dossier', 'transfer', 'archive')),
      dossierId  INTEGER REFERENCES dossier,
      transferId INTEGER REFERENCES transfer,
      label      TEXT NOT NULL,
      at         TEXT NOT NULL,
      by         INTEGER NOT NULL REFERENCES person,
      dossiers   INTEGER NOT NULL,
      documents  INTEGER NOT NULL,
      files      INTEGER NOT NULL,
      bytes      INTEGER NOT NULL,
      findings   INTEGER NOT NULL,
      auditSeq   INTEGER NOT NULL,
      CHECK ((scope = 'dossier') = (dossierId IS NOT NULL) AND (scope = 'transfer') = (transferId IS NOT NULL))
    ) STRICT;

CREATE TABLE checkedDossier (
      dossierId INTEGER NOT NULL REFERENCES dossier,
      reportId  INTEGER NOT NULL REFERENCES checkReport,
      PRIMARY KEY (dossierId, reportId)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE clearance (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      personId     INTEGER NOT NULL REFERENCES person,
      level        TEXT NOT NULL CHECK (level IN ('internal', 'secret', 'confidential')),
      fromOn       TEXT NOT NULL,
      untilOn      TEXT,
      reason       TEXT NOT NULL,
      grantedBy    INTEGER NOT NULL REFERENCES person,
      grantedAt    TEXT NOT NULL,
      revokedAt    TEXT,
      revokedBy    INTEGER REFERENCES person,
      revokeReason TEXT
    ) STRICT;

CREATE TABLE contract (
      dossierId      INTEGER PRIMARY KEY REFERENCES dossier,
      subject        TEXT NOT NULL,
      direction      TEXT NOT NULL CHECK (direction IN ('sale', 'purchase')),
      counterNumber  TEXT,
      handlerId      INTEGER NOT NULL REFERENCES person,
      -- as concluded, and as the last change left it; null where none is fixed
      firstAmountFen INTEGER CHECK (firstAmountFen >= 0),
      amountFen      INTEGER CHECK (amountFen >= 0),
      amountRemarks  TEXT,
      performFrom    TEXT,
      performUntil   TEXT,
      paymentTerms   TEXT,
      guaranteeUntil TEXT,
      -- kept from the events that stand, in the same transaction
      state          TEXT NOT NULL DEFAULT 'negotiating' CHECK (state IN ('negotiating', 'signed', 'changed', 'performed', 'terminated')),
      signedOn       TEXT,
      changedOn      TEXT,
      performedOn    TEXT,
      terminatedOn   TEXT,
      changes        INTEGER NOT NULL DEFAULT 0,
      -- the dossier's, so that the ledger sorts, filters and adds up on one table; kept by triggers
      number         TEXT NOT NULL UNIQUE,
      departmentId   INTEGER NOT NULL REFERENCES department,
      year           INTEGER NOT NULL,
      sortName       TEXT NOT NULL,
      voidedAt       TEXT,
      version        INTEGER NOT NULL DEFAULT 1
    ) STRICT;

CREATE TABLE contractEvent (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      dossierId    INTEGER NOT NULL REFERENCES contract,
      what         TEXT NOT NULL CHECK (what IN ('signed', 'changed', 'performed', 'terminated')),
      "on"         TEXT NOT NULL,
      -- of a change: what the whole contract comes to from then on; null where the amount stays
      amountFen    INTEGER CHECK (amountFen IS NULL OR (what = 'changed' AND amountFen >= 0)),
      remarks      TEXT,
      recordedBy   INTEGER NOT NULL REFERENCES person,
      recordedAt   TEXT NOT NULL,
      struckBy     INTEGER REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT,
      CHECK ((struckAt IS NULL) = (struckBy IS NULL) AND (struckAt IS NULL) = (strikeReason IS NULL))
    ) STRICT;

CREATE TABLE contractParty (
      dossierId INTEGER NOT NULL REFERENCES contract,
      ordinal   INTEGER NOT NULL,
      role      TEXT NOT NULL CHECK (role IN ('guarantor', 'third')),
      partyId   INTEGER REFERENCES party,
      name      TEXT NOT NULL,
      PRIMARY KEY (dossierId, ordinal)
    ) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE contractSearch USING fts5 (
      words, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 0'
    );

CREATE TABLE contractTally (
      departmentId INTEGER NOT NULL,
      year         INTEGER NOT NULL,
      direction    TEXT NOT NULL,
      state        TEXT NOT NULL,
      contracts    INTEGER NOT NULL,
      priced       INTEGER NOT NULL,
      amountFen    INTEGER NOT NULL,
      PRIMARY KEY (departmentId, year, direction, state)
    ) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE contractTerm USING fts5vocab ('contractSearch', 'instance');

CREATE TABLE counter (
      name TEXT PRIMARY KEY,
      last INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE custody (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      dossierId INTEGER NOT NULL REFERENCES dossier,
      fromAt    TEXT NOT NULL,
      stage     TEXT NOT NULL CHECK (stage IN ('department', 'administrator', 'office', 'archiveRoom', 'reader', 'destroyed')),
      holderId  INTEGER NOT NULL REFERENCES person,
      how       TEXT NOT NULL CHECK (how IN ('opened', 'sent', 'received', 'takenIn', 'undone', 'lent', 'returned', 'keeperChanged', 'destroyed')),
      caseKind  TEXT CHECK (caseKind IN ('transfer', 'slip', 'keeperChange', 'disposal')),
      caseId    INTEGER,
      CHECK ((caseKind IS NULL) = (caseId IS NULL))
    ) STRICT;

CREATE TABLE defaultRecord (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId      INTEGER NOT NULL REFERENCES party,
      kind         TEXT NOT NULL CHECK (kind IN ('late30', 'late90', 'dispute', 'lawsuitLost', 'misuse', 'writeOff', 'complaintTheirs', 'complaintOurs')),
      "on"         TEXT NOT NULL,
      amountFen    INTEGER CHECK (amountFen >= 0),
      description  TEXT,
      -- the paper behind it; no reference, for a destroyed dossier takes its scans along and the record stays
      attachmentId INTEGER,
      page         INTEGER CHECK (page > 0),
      -- the file it was imported from
      fileName     TEXT,
      recordedBy   INTEGER NOT NULL REFERENCES person,
      recordedAt   TEXT NOT NULL,
      settledOn    TEXT CHECK (settledOn >= "on"),
      settledBy    INTEGER REFERENCES person,
      settledAt    TEXT,
      settleNote   TEXT,
      struckBy     INTEGER REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT,
      CHECK ((attachmentId IS NULL) = (page IS NULL)),
      CHECK ((struckAt IS NULL) = (strikeReason IS NULL))
    ) STRICT;

CREATE TABLE delivery (
      id               INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId          INTEGER NOT NULL REFERENCES party,
      -- the contract it was ordered under
      dossierId        INTEGER REFERENCES dossier,
      orderNumber      TEXT NOT NULL,
      goods            TEXT NOT NULL,
      unit             TEXT NOT NULL,
      dueOn            TEXT NOT NULL,
      -- thousandths of the unit; what the whole order was to bring until that day, however many lots it came in
      orderedQuantity  INTEGER NOT NULL CHECK (orderedQuantity > 0),
      receiptNumber    TEXT NOT NULL DEFAULT '',
      arrivedOn        TEXT,
      arrivedQuantity  INTEGER CHECK (arrivedQuantity > 0),
      acceptedQuantity INTEGER CHECK (acceptedQuantity >= 0),
      isInvoiceInOrder INTEGER CHECK (isInvoiceInOrder IN (0, 1)),
      remarks          TEXT,
      -- the file it was imported from
      fileName         TEXT,
      -- the one that it corrects
      replacesId       INTEGER UNIQUE REFERENCES delivery,
      recordedBy       INTEGER NOT NULL REFERENCES person,
      recordedAt       TEXT NOT NULL,
      struckBy         INTEGER REFERENCES person,
      struckAt         TEXT,
      strikeReason     TEXT,
      CHECK ((arrivedOn IS NULL) = (arrivedQuantity IS NULL)),
      CHECK (acceptedQuantity IS NULL OR (arrivedQuantity IS NOT NULL AND acceptedQuantity <= arrivedQuantity)),
      CHECK (isInvoiceInOrder IS NULL OR arrivedOn IS NOT NULL),
      CHECK (receiptNumber = '' OR arrivedOn IS NOT NULL),
      CHECK ((struckAt IS NULL) = (strikeReason IS NULL))
    ) STRICT;

CREATE TABLE department (
      id       INTEGER PRIMARY KEY AUTOINCREMENT,
      code     TEXT NOT NULL UNIQUE,
      name     TEXT NOT NULL,
      isActive INTEGER NOT NULL DEFAULT 1 CHECK (isActive IN (0, 1))
    ) STRICT;

CREATE TABLE disposal (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      number      TEXT NOT NULL UNIQUE,
      state       TEXT NOT NULL CHECK (state IN ('appraisal', 'approval', 'execution', 'done', 'cancelled')),
      remarks     TEXT,
      openedBy    INTEGER NOT NULL REFERENCES person,
      openedAt    TEXT NOT NULL,
      -- counted up when an approver sends it back: signatures of earlier rounds stay and no longer count
      round       INTEGER NOT NULL DEFAULT 1,
      submittedAt TEXT,
      approvedAt  TEXT,
      carriedOutBy INTEGER REFERENCES person,
      manner      TEXT,
      place       TEXT,
      closedAt    TEXT,
      regulationVersionId INTEGER NOT NULL REFERENCES regulationVersion,
      version     INTEGER NOT NULL DEFAULT 1
    ) STRICT;

CREATE TABLE disposalAppraiser (
      disposalId INTEGER NOT NULL REFERENCES disposal,
      ordinal    INTEGER NOT NULL,
      personId   INTEGER NOT NULL REFERENCES person,
      PRIMARY KEY (disposalId, ordinal),
      UNIQUE (disposalId, personId)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE disposalLine (
      disposalId    INTEGER NOT NULL REFERENCES disposal,
      dossierId     INTEGER NOT NULL REFERENCES dossier,
      -- the group's, once submitted
      decision      TEXT CHECK (decision IN ('destroy', 'keep', 'forEver')),
      keepUntilYear INTEGER,
      -- a fact came in the way after it was listed: when, and which (JSON); the line is out of the case
      stoppedAt     TEXT,
      stoppedBy     TEXT,
      -- found on its shelf before it is destroyed
      checkedBy     INTEGER REFERENCES person,
      checkedAt     TEXT,
      destroyedAt   TEXT,
      PRIMARY KEY (disposalId, dossierId),
      CHECK ((decision = 'keep') = (keepUntilYear IS NOT NULL) OR decision IS NULL),
      CHECK ((stoppedAt IS NULL) = (stoppedBy IS NULL)),
      CHECK (stoppedAt IS NULL OR destroyedAt IS NULL)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE disposalOpinion (
      disposalId    INTEGER NOT NULL REFERENCES disposal,
      dossierId     INTEGER NOT NULL REFERENCES dossier,
      personId      INTEGER NOT NULL REFERENCES person,
      opinion       TEXT NOT NULL CHECK (opinion IN ('destroy', 'keep', 'forEver')),
      keepUntilYear INTEGER,
      reason        TEXT NOT NULL,
      at            TEXT NOT NULL,
      PRIMARY KEY (disposalId, dossierId, personId),
      CHECK ((opinion = 'keep') = (keepUntilYear IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

CREATE TABLE disposalSignature (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      disposalId INTEGER NOT NULL REFERENCES disposal,
      round      INTEGER NOT NULL,
      part       TEXT NOT NULL CHECK (part IN ('appraisal', 'approval', 'supervision')),
      role       TEXT,
      signerId   INTEGER NOT NULL REFERENCES person,
      decision   TEXT NOT NULL CHECK (decision IN ('agreed', 'refused')),
      reason     TEXT,
      onTheSpot  INTEGER NOT NULL CHECK (onTheSpot IN (0, 1)),
      sessionOf  INTEGER NOT NULL REFERENCES person,
      text       TEXT NOT NULL,
      textHash   TEXT NOT NULL,
      at         TEXT NOT NULL,
      "on"       TEXT NOT NULL,
      CHECK ((part = 'approval') = (role IS NOT NULL))
    ) STRICT;

CREATE TABLE document (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      dossierId    INTEGER NOT NULL REFERENCES dossier,
      itemCode     TEXT,
      title        TEXT NOT NULL,
      originality  TEXT NOT NULL CHECK (originality IN ('original', 'copy')),
      pages        INTEGER NOT NULL CHECK (pages >= 0),
      datedOn      TEXT,
      expiresOn    TEXT,
      remarks      TEXT,
      addedAt      TEXT NOT NULL,
      addedBy      INTEGER NOT NULL REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT
    , author TEXT) STRICT;

CREATE TABLE dossier (
      id             INTEGER PRIMARY KEY AUTOINCREMENT,
      kind           TEXT NOT NULL CHECK (kind IN ('credit', 'contract')),
      number         TEXT NOT NULL UNIQUE,
      partyId        INTEGER NOT NULL REFERENCES party,
      departmentId   INTEGER NOT NULL REFERENCES department,
      year           INTEGER NOT NULL,
      level          TEXT NOT NULL CHECK (level IN ('public', 'internal', 'secret', 'confidential')),
      levelReason    TEXT,
      retentionYears INTEGER,
      openedOn       TEXT NOT NULL,
      openedBy       INTEGER NOT NULL REFERENCES person,
      openedAt       TEXT NOT NULL,
      confirmedAt    TEXT,
      confirmedBy    INTEGER REFERENCES person,
      voidedAt       TEXT,
      remarks        TEXT,
      drawerId       INTEGER REFERENCES drawer,
      slot           INTEGER CHECK (slot > 0),
      shelvedAt      TEXT,
      -- in: on its shelf, or lent from it (a loan says so); moving and missing are facts of their own
      custody        TEXT NOT NULL DEFAULT 'in' CHECK (custody IN ('in', 'moving', 'missing')),
      custodySince   TEXT,
      -- kept with the documents in the same transaction, so that lists need not count
      documents      INTEGER NOT NULL DEFAULT 0,
      pages          INTEGER NOT NULL DEFAULT 0,
      present        INTEGER NOT NULL DEFAULT 0,
      required       INTEGER NOT NULL,
      -- in ten-thousandths; 10000 when nothing required is missing
      completeness   INTEGER NOT NULL GENERATED ALWAYS AS (CASE WHEN required = 0 THEN 10000 ELSE present * 10000 / required END) VIRTUAL,
      -- kept by triggers from the party and from the drawer, so that a list of dossiers sorts and filters on one table
      sortName       TEXT NOT NULL DEFAULT '',
      grade          TEXT,
      placeKey       TEXT NOT NULL DEFAULT '~',
      regulationVersionId INTEGER NOT NULL REFERENCES regulationVersion,
      version        INTEGER NOT NULL DEFAULT 1, stage TEXT NOT NULL DEFAULT 'department'
      CHECK (stage IN ('department', 'administrator', 'office', 'archiveRoom', 'destroyed')), boxId INTEGER REFERENCES box, downgradeOn TEXT, downgradeTo TEXT CHECK (downgradeTo IN ('public', 'internal', 'secret')), ownYears INTEGER CHECK (ownYears > 0), isKeptForEver INTEGER NOT NULL DEFAULT 0 CHECK (isKeptForEver IN (0, 1)), appraisedUntil TEXT, retentionEnds TEXT, gaps TEXT NOT NULL DEFAULT '',
      CHECK ((drawerId IS NULL) = (slot IS NULL))
    ) STRICT;

CREATE TABLE dossierNumber (
      kind         TEXT NOT NULL,
      departmentId INTEGER NOT NULL REFERENCES department,
      year         INTEGER NOT NULL,
      sequence     INTEGER NOT NULL,
      number       TEXT NOT NULL UNIQUE,
      dossierId    INTEGER NOT NULL REFERENCES dossier,
      voidedAt     TEXT,
      voidReason   TEXT,
      PRIMARY KEY (kind, departmentId, year, sequence)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE dossierTally (
      departmentId INTEGER NOT NULL,
      year         INTEGER NOT NULL,
      kind         TEXT NOT NULL,
      grade        TEXT NOT NULL, -- '' for none
      isConfirmed  INTEGER NOT NULL,
      isComplete   INTEGER NOT NULL,
      isShelved    INTEGER NOT NULL,
      dossiers     INTEGER NOT NULL,
      present      INTEGER NOT NULL,
      required     INTEGER NOT NULL,
      PRIMARY KEY (departmentId, year, kind, grade, isConfirmed, isComplete, isShelved)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE drawer (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      cabinetId INTEGER NOT NULL REFERENCES cabinet,
      no        INTEGER NOT NULL,
      label     TEXT,
      capacity  INTEGER NOT NULL CHECK (capacity > 0),
      -- kept by triggers: how many slots are taken
      occupied  INTEGER NOT NULL DEFAULT 0, countedAt TEXT,
      UNIQUE (cabinetId, no)
    ) STRICT;

CREATE TABLE duty (
      id                  INTEGER PRIMARY KEY AUTOINCREMENT,
      regulationVersionId INTEGER NOT NULL REFERENCES regulationVersion,
      ruleId              TEXT NOT NULL,
      clause              TEXT NOT NULL,
      dossierId           INTEGER REFERENCES dossier,
      partyId             INTEGER REFERENCES party,
      eventId             INTEGER,
      departmentId        INTEGER REFERENCES department,
      role                TEXT NOT NULL,
      startsOn            TEXT NOT NULL,
      dueOn               TEXT NOT NULL,
      doneOn              TEXT,
      CHECK ((dossierId IS NULL) <> (partyId IS NULL))
    ) STRICT;

CREATE TABLE dutyTally (
      regulationVersionId INTEGER NOT NULL,
      ruleId              TEXT NOT NULL,
      departmentId        INTEGER NOT NULL, -- 0 for none
      duties              INTEGER NOT NULL,
      done                INTEGER NOT NULL,
      PRIMARY KEY (regulationVersionId, ruleId, departmentId)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE "fallbackConflict" (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      rule         TEXT NOT NULL,
      entryId      INTEGER NOT NULL REFERENCES "paperEntry",
      otherId      INTEGER REFERENCES "paperEntry",
      dossierId    INTEGER REFERENCES dossier,
      facts        TEXT NOT NULL CHECK (json_valid(facts)),
      state        TEXT NOT NULL CHECK (state IN ('open', 'proposed', 'settled', 'gone')),
      foundAt      TEXT NOT NULL,
      -- the paper that does not count; null where both stand and the reason explains how
      setAsideId   INTEGER REFERENCES "paperEntry",
      reason       TEXT,
      proposedBy   INTEGER REFERENCES person,
      proposedAt   TEXT,
      confirmedBy  INTEGER REFERENCES person,
      confirmedAt  TEXT,
      CHECK (state NOT IN ('proposed', 'settled') OR (reason IS NOT NULL AND proposedBy IS NOT NULL)),
      CHECK (confirmedBy IS NULL OR confirmedBy <> proposedBy)
    ) STRICT;

CREATE TABLE gapTally (
      kind         TEXT NOT NULL,
      departmentId INTEGER NOT NULL,
      gaps         TEXT NOT NULL,
      dossiers     INTEGER NOT NULL,
      PRIMARY KEY (kind, departmentId, gaps)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE hold (
      id            INTEGER PRIMARY KEY AUTOINCREMENT,
      kind          TEXT NOT NULL CHECK (kind IN ('debt', 'guarantee', 'lawsuit', 'other')),
      partyId       INTEGER REFERENCES party,
      dossierId     INTEGER REFERENCES dossier,
      amountFen     INTEGER CHECK (amountFen > 0),
      untilOn       TEXT,
      reason        TEXT NOT NULL,
      placedBy      INTEGER NOT NULL REFERENCES person,
      placedAt      TEXT NOT NULL,
      releasedBy    INTEGER REFERENCES person,
      releasedAt    TEXT,
      releasedOn    TEXT,
      releaseReason TEXT,
      CHECK ((partyId IS NULL) <> (dossierId IS NULL)),
      CHECK ((releasedAt IS NULL) = (releasedBy IS NULL) AND (releasedAt IS NULL) = (releaseReason IS NULL) AND (releasedAt IS NULL) = (releasedOn IS NULL))
    ) STRICT;

CREATE TABLE incident (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      number       TEXT NOT NULL UNIQUE,
      kind         TEXT NOT NULL CHECK (kind IN ('missing', 'damaged', 'leaked')),
      state        TEXT NOT NULL CHECK (state IN ('open', 'closed')),
      dossierId    INTEGER NOT NULL REFERENCES dossier,
      documentId   INTEGER REFERENCES document,
      happenedFrom TEXT NOT NULL,
      happenedTo   TEXT NOT NULL,
      foundOn      TEXT NOT NULL,
      foundBy      INTEGER NOT NULL REFERENCES person,
      what         TEXT NOT NULL,
      findings     TEXT,
      consequences TEXT,
      measures     TEXT,
      findingId    INTEGER REFERENCES stocktakeFinding,
      slipId       INTEGER REFERENCES slip,
      -- the audit entry of the reading that a leaked page was traced to
      readingSeq   INTEGER,
      openedBy     INTEGER NOT NULL REFERENCES person,
      openedAt     TEXT NOT NULL,
      closedBy     INTEGER REFERENCES person,
      closedAt     TEXT,
      closing      TEXT,
      regulationVersionId INTEGER NOT NULL REFERENCES regulationVersion,
      version      INTEGER NOT NULL DEFAULT 1,
      CHECK (happenedFrom <= happenedTo),
      CHECK ((closedAt IS NULL) = (state = 'open')),
      CHECK (closedBy IS NULL OR closedBy <> openedBy)
    ) STRICT;

CREATE TABLE incidentAnswerable (
      incidentId INTEGER NOT NULL REFERENCES incident,
      ordinal    INTEGER NOT NULL,
      personId   INTEGER NOT NULL REFERENCES person,
      stage      TEXT NOT NULL,
      how        TEXT NOT NULL,
      fromAt     TEXT NOT NULL,
      untilAt    TEXT,
      slipId     INTEGER REFERENCES slip,
      PRIMARY KEY (incidentId, ordinal)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE industryOutlook (
      industry    TEXT NOT NULL,
      half        TEXT NOT NULL,
      growth      INTEGER NOT NULL CHECK (growth BETWEEN -1 AND 1),
      competition INTEGER NOT NULL CHECK (competition BETWEEN -1 AND 1),
      demand      INTEGER NOT NULL CHECK (demand BETWEEN -1 AND 1),
      remarks     TEXT,
      recordedBy  INTEGER NOT NULL REFERENCES person,
      recordedAt  TEXT NOT NULL,
      PRIMARY KEY (industry, half)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE invoice (
      id             INTEGER PRIMARY KEY,
      batchId        INTEGER NOT NULL REFERENCES invoiceBatch,
      partyId        INTEGER NOT NULL REFERENCES party,
      -- as the party sees it: what it sold, what it bought
      direction      TEXT NOT NULL CHECK (direction IN ('sale', 'purchase')),
      issuedOn       TEXT NOT NULL,
      number         TEXT NOT NULL,
      code           TEXT NOT NULL,
      counterpartyId INTEGER NOT NULL REFERENCES invoiceCounterparty,
      -- without tax, tax, and what the invoice says they come to; negative on red ones
      amountFen      INTEGER NOT NULL,
      taxFen         INTEGER NOT NULL,
      totalFen       INTEGER NOT NULL,
      isVoid         INTEGER NOT NULL CHECK (isVoid IN (0, 1)),
      -- the later batch that says it was made void
      voidedBatchId  INTEGER REFERENCES invoiceBatch,
      isStruck       INTEGER NOT NULL DEFAULT 0 CHECK (isStruck IN (0, 1))
    ) STRICT;

CREATE TABLE invoiceBatch (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      -- [{"name", "sha256"}]
      files        TEXT NOT NULL CHECK (json_valid(files)),
      importedBy   INTEGER NOT NULL REFERENCES person,
      importedAt   TEXT NOT NULL,
      -- its invoices are exactly those between; null where all were there already
      firstId      INTEGER,
      lastId       INTEGER,
      read         INTEGER NOT NULL,
      added        INTEGER NOT NULL,
      repeated     INTEGER NOT NULL,
      voided       INTEGER NOT NULL,
      refused      INTEGER NOT NULL,
      struckBy     INTEGER REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT,
      CHECK ((struckAt IS NULL) = (strikeReason IS NULL))
    ) STRICT;

CREATE TABLE invoiceBatchParty (
      partyId INTEGER NOT NULL REFERENCES party,
      batchId INTEGER NOT NULL REFERENCES invoiceBatch,
      added   INTEGER NOT NULL,
      PRIMARY KEY (partyId, batchId)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE invoiceCounterparty (
      id   INTEGER PRIMARY KEY,
      key  TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL
    ) STRICT;

CREATE TABLE invoiceDay (
      partyId   INTEGER NOT NULL,
      issuedOn  TEXT NOT NULL,
      direction TEXT NOT NULL,
      -- valid ones, red ones among them; void ones
      valid     INTEGER NOT NULL,
      red       INTEGER NOT NULL,
      void      INTEGER NOT NULL,
      -- without tax, valid ones alone
      netFen    INTEGER NOT NULL,
      PRIMARY KEY (partyId, issuedOn, direction)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE invoiceReach (
      partyId   INTEGER NOT NULL REFERENCES party,
      batchId   INTEGER NOT NULL REFERENCES invoiceBatch,
      direction TEXT NOT NULL CHECK (direction IN ('sale', 'purchase')),
      latestOn  TEXT NOT NULL,
      PRIMARY KEY (partyId, batchId, direction)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE invoiceWhole (
      batchId   INTEGER NOT NULL REFERENCES invoiceBatch,
      direction TEXT NOT NULL CHECK (direction IN ('sale', 'purchase')),
      latestOn  TEXT NOT NULL,
      PRIMARY KEY (batchId, direction)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE keeperChange (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      number    TEXT NOT NULL UNIQUE,
      fromId    INTEGER NOT NULL REFERENCES person,
      toId      INTEGER NOT NULL REFERENCES person,
      sessionOf INTEGER NOT NULL REFERENCES person,
      folders   INTEGER NOT NULL,
      remarks   TEXT,
      text      TEXT NOT NULL,
      textHash  TEXT NOT NULL,
      at        TEXT NOT NULL,
      CHECK (fromId <> toId)
    ) STRICT;

CREATE TABLE limitCapsule (
      limitId  INTEGER PRIMARY KEY REFERENCES limitCase,
      body     TEXT NOT NULL,
      hash     TEXT NOT NULL,
      auditSeq INTEGER NOT NULL
    ) STRICT;

CREATE TABLE limitCase (
      id              INTEGER PRIMARY KEY AUTOINCREMENT,
      number          TEXT NOT NULL UNIQUE,
      partyId         INTEGER NOT NULL REFERENCES party,
      -- the rating that stood, null for a party that was never rated, and the text that proposes
      ratingId        INTEGER REFERENCES rating,
      schemeVersionId INTEGER NOT NULL REFERENCES schemeVersion,
      -- what the text proposes, canonical JSON; with guarantees
      proposal        TEXT NOT NULL,
      proposedFen     INTEGER NOT NULL CHECK (proposedFen >= 0),
      proposedDays    INTEGER NOT NULL CHECK (proposedDays >= 0),
      amountFen       INTEGER NOT NULL CHECK (amountFen >= 0),
      termDays        INTEGER NOT NULL CHECK (termDays BETWEEN 0 AND 365),
      -- the day of the approval, and the last day
      fromOn          TEXT,
      untilOn         TEXT NOT NULL,
      reason          TEXT,
      remarks         TEXT,
      state           TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'reviewed', 'returned', 'approved', 'refused', 'withdrawn')),
      -- signatures of earlier rounds count no more
      round           INTEGER NOT NULL DEFAULT 1,
      madeBy          INTEGER NOT NULL REFERENCES person,
      madeAt          TEXT NOT NULL,
      submittedAt     TEXT,
      reviewedBy      INTEGER REFERENCES person,
      reviewedAt      TEXT,
      decidedBy       INTEGER REFERENCES person,
      decidedAt       TEXT,
      closedAt        TEXT,
      -- of the party's approved limits the one that stands
      isCurrent       INTEGER NOT NULL DEFAULT 0 CHECK (isCurrent IN (0, 1)),
      hold            TEXT NOT NULL DEFAULT 'none' CHECK (hold IN ('none', 'freezeProposed', 'frozen', 'releaseProposed')),
      holdReason      TEXT,
      holdBy          INTEGER REFERENCES person,
      version         INTEGER NOT NULL DEFAULT 1, listed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(listed)),
      CHECK ((state = 'approved') = (fromOn IS NOT NULL)),
      CHECK ((state IN ('approved', 'refused')) = (decidedBy IS NOT NULL)),
      CHECK (decidedBy IS NULL OR (decidedBy <> madeBy AND reviewedBy <> madeBy AND decidedBy <> reviewedBy)),
      CHECK (isCurrent = 0 OR state = 'approved'),
      CHECK ((hold = 'none') = (holdReason IS NULL) AND (hold = 'none') = (holdBy IS NULL))
    ) STRICT;

CREATE TABLE limitGuarantee (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      limitId      INTEGER NOT NULL REFERENCES limitCase,
      kind         TEXT NOT NULL CHECK (kind IN ('cash', 'bankGuarantee', 'mortgage', 'thirdParty')),
      amountFen    INTEGER NOT NULL CHECK (amountFen > 0),
      untilOn      TEXT,
      giver        TEXT,
      attachmentId INTEGER REFERENCES attachment ON DELETE SET NULL,
      documentId   INTEGER REFERENCES document,
      page         INTEGER CHECK (page > 0),
      sha256       TEXT,
      title        TEXT,
      CHECK ((documentId IS NULL) = (page IS NULL) AND (documentId IS NULL) = (sha256 IS NULL) AND (documentId IS NULL) = (title IS NULL))
    ) STRICT;

CREATE TABLE limitStep (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      limitId   INTEGER NOT NULL REFERENCES limitCase,
      round     INTEGER NOT NULL,
      what      TEXT NOT NULL CHECK (what IN ('made', 'submitted', 'reviewed', 'returned', 'approved', 'refused', 'withdrawn', 'superseded',
        'freezeProposed', 'frozen', 'freezeDropped', 'releaseProposed', 'released', 'releaseDropped')),
      by        INTEGER NOT NULL REFERENCES person,
      at        TEXT NOT NULL,
      "on"      TEXT NOT NULL,
      reason    TEXT,
      -- of a signature
      onTheSpot INTEGER NOT NULL DEFAULT 0 CHECK (onTheSpot IN (0, 1)),
      sessionOf INTEGER NOT NULL REFERENCES person,
      text      TEXT,
      textHash  TEXT,
      CHECK ((text IS NULL) = (textHash IS NULL))
    ) STRICT;

CREATE TABLE listing (
      id                INTEGER PRIMARY KEY AUTOINCREMENT,
      number            TEXT NOT NULL UNIQUE,
      partyId           INTEGER NOT NULL REFERENCES party,
      list              TEXT NOT NULL CHECK (list IN ('watch', 'bad')),
      reason            TEXT NOT NULL,
      detail            TEXT NOT NULL,
      measure           TEXT NOT NULL CHECK (measure IN ('observe', 'restrict', 'suspend')),
      fromOn            TEXT NOT NULL,
      untilOn           TEXT,
      state             TEXT NOT NULL CHECK (state IN ('proposed', 'inForce', 'refused', 'releaseProposed', 'released')),
      proposedBy        INTEGER NOT NULL REFERENCES person,
      proposedAt        TEXT NOT NULL,
      decidedBy         INTEGER REFERENCES person,
      decidedAt         TEXT,
      decision          TEXT,
      releaseReason     TEXT,
      releaseProposedBy INTEGER REFERENCES person,
      releasedBy        INTEGER REFERENCES person,
      releasedAt        TEXT,
      version           INTEGER NOT NULL DEFAULT 1,
      CHECK (decidedBy IS NULL OR decidedBy <> proposedBy),
      CHECK (releasedBy IS NULL OR releasedBy <> releaseProposedBy),
      CHECK ((list = 'watch') = (measure = 'observe'))
    ) STRICT;

CREATE TABLE loan (
      id                INTEGER PRIMARY KEY AUTOINCREMENT,
      slipId            INTEGER NOT NULL REFERENCES slip,
      dossierId         INTEGER NOT NULL REFERENCES dossier,
      handedAt          TEXT NOT NULL,
      handedOn          TEXT NOT NULL,
      handedBy          INTEGER NOT NULL REFERENCES person,
      pagesOut          INTEGER NOT NULL,
      conditionOut      TEXT NOT NULL,
      remarksOut        TEXT,
      dueOn             TEXT NOT NULL,
      renewals          INTEGER NOT NULL DEFAULT 0,
      renewedBy         INTEGER REFERENCES person,
      claimedReturnedAt TEXT,
      lostAt            TEXT,
      returnedAt        TEXT,
      takenBackBy       INTEGER REFERENCES person,
      pagesIn           INTEGER,
      conditionIn       TEXT,
      remarksIn         TEXT,
      UNIQUE (slipId, dossierId)
    ) STRICT;

CREATE TABLE move (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      dossierId    INTEGER NOT NULL REFERENCES dossier,
      fromDrawerId INTEGER REFERENCES drawer,
      fromSlot     INTEGER,
      toDrawerId   INTEGER REFERENCES drawer,
      toSlot       INTEGER,
      at           TEXT NOT NULL,
      by           INTEGER NOT NULL REFERENCES person,
      undoneAt     TEXT
    ) STRICT;

CREATE TABLE "paperEntry" (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      blankId     INTEGER NOT NULL REFERENCES blank,
      state       TEXT NOT NULL CHECK (state IN ('waiting', 'posted', 'setAside')),
      -- handed out, handed over, found: by this papers are posted one after another
      happenedAt  TEXT NOT NULL,
      remarks     TEXT,
      enteredBy   INTEGER NOT NULL REFERENCES person,
      enteredAt   TEXT NOT NULL,
      -- what came of it
      slipId      INTEGER UNIQUE REFERENCES slip,
      transferId  INTEGER UNIQUE REFERENCES transfer,
      incidentId  INTEGER UNIQUE REFERENCES incident,
      postedBy    INTEGER REFERENCES person,
      postedAt    TEXT,
      CHECK ((state = 'posted') = ((slipId IS NOT NULL) + (transferId IS NOT NULL) + (incidentId IS NOT NULL))),
      CHECK ((state = 'posted') = (postedAt IS NOT NULL))
    ) STRICT;

CREATE TABLE "paperFolder" (
      entryId      INTEGER NOT NULL REFERENCES "paperEntry",
      dossierId    INTEGER NOT NULL REFERENCES dossier,
      pagesOut     INTEGER NOT NULL,
      conditionOut TEXT NOT NULL,
      returnedAt   TEXT,
      pagesIn      INTEGER,
      conditionIn  TEXT,
      PRIMARY KEY (entryId, dossierId)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE paperLine (
      entryId   INTEGER NOT NULL REFERENCES "paperEntry",
      dossierId INTEGER NOT NULL REFERENCES dossier,
      pages     INTEGER NOT NULL,
      decision  TEXT NOT NULL CHECK (decision IN ('accepted', 'refused')),
      pagesIn   INTEGER,
      condition TEXT CHECK (condition IN ('good', 'damaged', 'incomplete')),
      reason    TEXT,
      remarks   TEXT,
      PRIMARY KEY (entryId, dossierId),
      CHECK ((decision = 'refused') = (reason IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

CREATE TABLE paperList (
      entryId      INTEGER PRIMARY KEY REFERENCES "paperEntry",
      fromStage    TEXT NOT NULL CHECK (fromStage IN ('department', 'administrator', 'office')),
      toStage      TEXT NOT NULL CHECK (toStage IN ('administrator', 'office', 'archiveRoom')),
      departmentId INTEGER REFERENCES department,
      senderId     INTEGER NOT NULL REFERENCES person,
      sentAt       TEXT NOT NULL,
      receiverId   INTEGER NOT NULL REFERENCES person,
      receivedAt   TEXT NOT NULL,
      CHECK ((fromStage = 'department') = (departmentId IS NOT NULL)),
      CHECK (senderId <> receiverId)
    ) STRICT;

CREATE TABLE paperNote (
      entryId      INTEGER PRIMARY KEY REFERENCES "paperEntry",
      kind         TEXT NOT NULL CHECK (kind IN ('missing', 'damaged', 'leaked')),
      dossierId    INTEGER NOT NULL REFERENCES dossier,
      happenedFrom TEXT NOT NULL,
      happenedTo   TEXT NOT NULL,
      foundAt      TEXT NOT NULL,
      foundBy      INTEGER NOT NULL REFERENCES person,
      what         TEXT NOT NULL,
      -- who had it then, as the paper says; who answered for it the ledger knows
      holderId     INTEGER REFERENCES person,
      measures     TEXT,
      witness      TEXT,
      CHECK (happenedFrom <= happenedTo)
    ) STRICT;

CREATE TABLE paperSlip (
      entryId     INTEGER PRIMARY KEY REFERENCES "paperEntry",
      applicantId INTEGER NOT NULL REFERENCES person,
      partyName   TEXT NOT NULL,
      purpose     TEXT NOT NULL,
      manner      TEXT NOT NULL CHECK (manner IN ('read', 'borrow', 'copy')),
      copyPages   INTEGER,
      untilOn     TEXT NOT NULL,
      signerId    INTEGER NOT NULL REFERENCES person,
      signedAt    TEXT NOT NULL,
      handedBy    INTEGER NOT NULL REFERENCES person,
      handedAt    TEXT NOT NULL,
      takenBackBy INTEGER REFERENCES person
    ) STRICT;

CREATE TABLE party (
      id                     INTEGER PRIMARY KEY AUTOINCREMENT,
      kind                   TEXT NOT NULL CHECK (kind IN ('customer', 'supplier', 'both')),
      name                   TEXT NOT NULL,
      shortName              TEXT,
      creditCode             TEXT,
      codeState              TEXT NOT NULL CHECK (codeState IN ('valid', 'legacy', 'none')),
      companyType            TEXT,
      legalRepresentative    TEXT,
      actualController       TEXT,
      registeredCapitalFen   INTEGER,
      foundedOn              TEXT,
      scope                  TEXT,
      province               TEXT,
      city                   TEXT,
      registeredAddress      TEXT,
      businessAddress        TEXT,
      phone                  TEXT,
      fax                    TEXT,
      email                  TEXT,
      website                TEXT,
      industry               TEXT,
      sizeClass              TEXT CHECK (sizeClass IN ('large', 'medium', 'small', 'micro')),
      employees              INTEGER,
      mainProducts           TEXT,
      marketShareBasisPoints INTEGER,
      departmentId           INTEGER REFERENCES department,
      salespersonId          INTEGER REFERENCES person,
      grade                  TEXT CHECK (grade IN ('AAA', 'AA', 'A', 'B', 'C')),
      gradeReason            TEXT,
      remarks                TEXT,
      -- full pinyin of the name, lower case, syllables joined: the order of every list and the letter of a tab
      pinyin                 TEXT NOT NULL,
      initials               TEXT NOT NULL,
      -- how many dossiers it has, voided ones apart; kept by triggers
      dossiers               INTEGER NOT NULL DEFAULT 0,
      version                INTEGER NOT NULL DEFAULT 1,
      updatedAt              TEXT NOT NULL
    , firstBusinessOn TEXT) STRICT;

CREATE TABLE partyBank (
      partyId INTEGER NOT NULL REFERENCES party,
      ordinal INTEGER NOT NULL,
      bank    TEXT NOT NULL,
      account TEXT,
      PRIMARY KEY (partyId, ordinal)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE partyContact (
      partyId INTEGER NOT NULL REFERENCES party,
      ordinal INTEGER NOT NULL,
      name    TEXT NOT NULL,
      post    TEXT,
      phone   TEXT,
      email   TEXT,
      PRIMARY KEY (partyId, ordinal)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE partyOldName (
      partyId   INTEGER NOT NULL REFERENCES party,
      name      TEXT NOT NULL,
      usedUntil TEXT,
      PRIMARY KEY (partyId, name)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE partyOuterCode (
      code    TEXT PRIMARY KEY,
      partyId INTEGER NOT NULL REFERENCES party
    ) STRICT, WITHOUT ROWID;

CREATE TABLE partyReach (
      departmentId INTEGER NOT NULL,
      partyId      INTEGER NOT NULL, ofDepartment INTEGER, kind TEXT NOT NULL DEFAULT '', grade TEXT, province TEXT,
      PRIMARY KEY (departmentId, partyId)
    ) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE partySearch USING fts5 (
      words, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 0'
    );

CREATE TABLE partyTally (
      seenBy       INTEGER NOT NULL, -- 0: every party, once; else the department that reaches it (partyReach)
      province     TEXT NOT NULL,    -- '*': of any province or none; '=' and its name: of this one
      departmentId INTEGER NOT NULL, -- the party's own; 0 for none
      kind         TEXT NOT NULL,
      grade        TEXT NOT NULL,    -- '' for none
      hasDossier   INTEGER NOT NULL,
      parties      INTEGER NOT NULL,
      PRIMARY KEY (seenBy, province, departmentId, kind, grade, hasDossier)
    ) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE partyTerm USING fts5vocab ('partySearch', 'instance');

CREATE TABLE periodicDone (
      regulation TEXT NOT NULL,
      ruleId     TEXT NOT NULL,
      period     TEXT NOT NULL,
      doneOn     TEXT NOT NULL,
      doneBy     INTEGER NOT NULL REFERENCES person,
      doneAt     TEXT NOT NULL,
      remarks    TEXT,
      PRIMARY KEY (regulation, ruleId, period)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE person (
      id                 INTEGER PRIMARY KEY AUTOINCREMENT,
      login              TEXT NOT NULL UNIQUE,
      name               TEXT NOT NULL,
      phone              TEXT,
      roles              TEXT NOT NULL CHECK (json_valid(roles)),
      departmentId       INTEGER REFERENCES department,
      isActive           INTEGER NOT NULL DEFAULT 1 CHECK (isActive IN (0, 1)),
      slotId             TEXT,
      mustChangePassword INTEGER NOT NULL DEFAULT 0 CHECK (mustChangePassword IN (0, 1)),
      createdAt          TEXT NOT NULL,
      lastSignedInAt     TEXT
    ) STRICT;

CREATE TABLE promise (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId      INTEGER NOT NULL REFERENCES party,
      madeOn       TEXT NOT NULL,
      dueOn        TEXT NOT NULL CHECK (dueOn >= madeOn),
      amountFen    INTEGER NOT NULL CHECK (amountFen > 0),
      promisedBy   TEXT NOT NULL,
      how          TEXT NOT NULL CHECK (how IN ('written', 'phone', 'visit')),
      -- the paper behind it; no reference, for a destroyed dossier takes its scans along and the promise stays
      attachmentId INTEGER,
      page         INTEGER CHECK (page > 0),
      remarks      TEXT,
      recordedBy   INTEGER NOT NULL REFERENCES person,
      recordedAt   TEXT NOT NULL,
      struckBy     INTEGER REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT,
      CHECK ((attachmentId IS NULL) = (page IS NULL)),
      CHECK ((struckAt IS NULL) = (strikeReason IS NULL))
    ) STRICT;

CREATE TABLE qualification (
      id             INTEGER PRIMARY KEY AUTOINCREMENT,
      personId       INTEGER NOT NULL REFERENCES person,
      kind           TEXT NOT NULL CHECK (kind IN ('education', 'retrievalSkill', 'training', 'examination')),
      title          TEXT NOT NULL,
      degree         TEXT CHECK (degree IN ('college', 'bachelor', 'master')),
      issuedBy       TEXT,
      obtainedOn     TEXT NOT NULL,
      score          REAL CHECK (score BETWEEN 0 AND 100),
      trainingId     INTEGER REFERENCES training,
      remarks        TEXT,
      recordedBy     INTEGER NOT NULL REFERENCES person,
      recordedAt     TEXT NOT NULL,
      withdrawnAt    TEXT,
      withdrawnBy    INTEGER REFERENCES person,
      withdrawReason TEXT,
      CHECK ((kind = 'education') = (degree IS NOT NULL)),
      CHECK ((kind = 'examination') = (score IS NOT NULL))
    ) STRICT;

CREATE TABLE rating (
      id                  INTEGER PRIMARY KEY AUTOINCREMENT,
      number              TEXT NOT NULL UNIQUE,
      partyId             INTEGER NOT NULL REFERENCES party,
      kind                TEXT NOT NULL CHECK (kind IN ('presale', 'aftersale')),
      asOf                TEXT NOT NULL,
      -- both of the day it rates, kept to the end
      schemeVersionId     INTEGER NOT NULL REFERENCES schemeVersion,
      regulationVersionId INTEGER NOT NULL REFERENCES regulationVersion,
      state               TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'reviewed', 'returned', 'approved', 'withdrawn')),
      -- signatures of earlier rounds count no more
      round               INTEGER NOT NULL DEFAULT 1,
      industry            TEXT,
      remarks             TEXT,
      -- as the card stands: hundredths, basis points
      score               INTEGER CHECK (score BETWEEN 0 AND 10000),
      coverage            INTEGER NOT NULL CHECK (coverage BETWEEN 0 AND 10000),
      computedGrade       TEXT CHECK (computedGrade IN ('AAA', 'AA', 'A', 'B', 'C')),
      -- what stands: the override where one was agreed, else the computed one
      grade               TEXT CHECK (grade IN ('AAA', 'AA', 'A', 'B', 'C')),
      overrideGrade       TEXT CHECK (overrideGrade IN ('AAA', 'AA', 'A', 'B', 'C')),
      overrideUntil       TEXT,
      overrideReason      TEXT,
      overrideAgreedBy    INTEGER REFERENCES person,
      madeBy              INTEGER NOT NULL REFERENCES person,
      madeAt              TEXT NOT NULL,
      submittedAt         TEXT,
      reviewedBy          INTEGER REFERENCES person,
      reviewedAt          TEXT,
      approvedBy          INTEGER REFERENCES person,
      approvedAt          TEXT,
      approvedOn          TEXT,
      reviewOn            TEXT,
      closedAt            TEXT,
      -- of the party's approved ratings the one that stands
      isCurrent           INTEGER NOT NULL DEFAULT 0 CHECK (isCurrent IN (0, 1)),
      version             INTEGER NOT NULL DEFAULT 1,
      CHECK ((overrideGrade IS NULL) = (overrideUntil IS NULL) AND (overrideGrade IS NULL) = (overrideReason IS NULL)),
      CHECK ((state = 'approved') = (approvedBy IS NOT NULL) AND (approvedBy IS NULL) = (approvedOn IS NULL)),
      CHECK (approvedBy IS NULL OR (approvedBy <> madeBy AND reviewedBy <> madeBy AND approvedBy <> reviewedBy)),
      CHECK (isCurrent = 0 OR state = 'approved')
    ) STRICT;

CREATE TABLE ratingCapsule (
      ratingId INTEGER PRIMARY KEY REFERENCES rating,
      body     TEXT NOT NULL,
      hash     TEXT NOT NULL,
      auditSeq INTEGER NOT NULL
    ) STRICT;

CREATE TABLE ratingEvidence (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      ratingId     INTEGER NOT NULL REFERENCES rating,
      indicator    TEXT NOT NULL,
      attachmentId INTEGER REFERENCES attachment ON DELETE SET NULL,
      documentId   INTEGER NOT NULL REFERENCES document,
      page         INTEGER NOT NULL CHECK (page > 0),
      sha256       TEXT NOT NULL,
      title        TEXT NOT NULL,
      UNIQUE (ratingId, indicator, sha256, page)
    ) STRICT;

CREATE TABLE ratingInput (
      ratingId   INTEGER PRIMARY KEY REFERENCES rating,
      facts      TEXT NOT NULL,
      gatheredAt TEXT NOT NULL
    ) STRICT;

CREATE TABLE ratingMark (
      ratingId  INTEGER NOT NULL REFERENCES rating,
      indicator TEXT NOT NULL,
      option    TEXT NOT NULL,
      remarks   TEXT,
      by        INTEGER NOT NULL REFERENCES person,
      at        TEXT NOT NULL,
      PRIMARY KEY (ratingId, indicator)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE ratingStep (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      ratingId  INTEGER NOT NULL REFERENCES rating,
      round     INTEGER NOT NULL,
      what      TEXT NOT NULL CHECK (what IN ('made', 'gathered', 'overrideProposed', 'overrideDropped', 'submitted', 'reviewed', 'returned', 'approved', 'withdrawn', 'overrideEnded')),
      by        INTEGER NOT NULL REFERENCES person,
      at        TEXT NOT NULL,
      "on"      TEXT NOT NULL,
      reason    TEXT,
      -- of a signature
      onTheSpot INTEGER NOT NULL DEFAULT 0 CHECK (onTheSpot IN (0, 1)),
      sessionOf INTEGER NOT NULL REFERENCES person,
      text      TEXT,
      textHash  TEXT,
      CHECK ((text IS NULL) = (textHash IS NULL))
    ) STRICT;

CREATE TABLE ratingTally (
      state     TEXT NOT NULL,
      kind      TEXT NOT NULL,
      grade     TEXT NOT NULL, -- '' for none
      isCurrent INTEGER NOT NULL,
      ratings   INTEGER NOT NULL,
      PRIMARY KEY (state, kind, grade, isCurrent)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId      INTEGER NOT NULL REFERENCES party,
      receivedOn   TEXT NOT NULL,
      amountFen    INTEGER NOT NULL CHECK (amountFen > 0),
      means        TEXT NOT NULL CHECK (means IN ('transfer', 'draft', 'cash', 'offset')),
      -- number of the voucher, the bill or the transfer; empty where there is none
      reference    TEXT NOT NULL,
      remarks      TEXT,
      fileName     TEXT,
      recordedBy   INTEGER NOT NULL REFERENCES person,
      recordedAt   TEXT NOT NULL,
      struckBy     INTEGER REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT,
      -- kept by the allocations' triggers: what of it is allocated, and the day from which all of it was
      allocatedFen INTEGER NOT NULL DEFAULT 0 CHECK (allocatedFen BETWEEN 0 AND amountFen),
      spentOn      TEXT,
      CHECK ((struckAt IS NULL) = (strikeReason IS NULL)),
      CHECK (struckAt IS NULL OR allocatedFen = 0)
    ) STRICT;

CREATE TABLE receivable (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId      INTEGER NOT NULL REFERENCES party,
      -- the contract it arose from
      contractId   INTEGER REFERENCES dossier,
      number       TEXT NOT NULL CHECK (number <> ''),
      issuedOn     TEXT NOT NULL,
      dueOn        TEXT NOT NULL CHECK (dueOn >= issuedOn),
      amountFen    INTEGER NOT NULL CHECK (amountFen > 0),
      remarks      TEXT,
      -- the file it was imported from
      fileName     TEXT,
      recordedBy   INTEGER NOT NULL REFERENCES person,
      recordedAt   TEXT NOT NULL,
      struckBy     INTEGER REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT,
      -- kept by the allocations' triggers: what is paid of it, and the day on which all of it was
      allocatedFen INTEGER NOT NULL DEFAULT 0 CHECK (allocatedFen BETWEEN 0 AND amountFen),
      settledOn    TEXT,
      CHECK ((struckAt IS NULL) = (strikeReason IS NULL)),
      CHECK (struckAt IS NULL OR allocatedFen = 0)
    ) STRICT;

CREATE TABLE regulationVersion (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      regulation  TEXT NOT NULL,
      effectiveOn TEXT NOT NULL,
      body        TEXT NOT NULL
    , adoptedBy INTEGER REFERENCES person, adoptedAt TEXT, note TEXT, withdrawnBy INTEGER REFERENCES person, withdrawnAt TEXT, withdrawnReason TEXT) STRICT;

CREATE TABLE reratingBatch (
      id       INTEGER PRIMARY KEY AUTOINCREMENT,
      number   TEXT NOT NULL UNIQUE,
      kind     TEXT NOT NULL CHECK (kind IN ('presale', 'aftersale')),
      asOf     TEXT NOT NULL,
      madeBy   INTEGER NOT NULL REFERENCES person,
      madeAt   TEXT NOT NULL
    ) STRICT;

CREATE TABLE reratingLine (
      batchId   INTEGER NOT NULL REFERENCES reratingBatch,
      partyId   INTEGER NOT NULL REFERENCES party,
      -- null where it was refused
      ratingId  INTEGER REFERENCES rating,
      refusal   TEXT,
      -- the rating that stood then
      beforeId  INTEGER REFERENCES rating,
      PRIMARY KEY (batchId, partyId),
      CHECK ((ratingId IS NULL) = (refusal IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

CREATE TABLE room (
      id   INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE
    , cabinets INTEGER NOT NULL DEFAULT 0, drawers INTEGER NOT NULL DEFAULT 0, folders INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE scheme (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      code      TEXT NOT NULL UNIQUE,
      "for"     TEXT NOT NULL CHECK ("for" IN ('customer', 'supplier')),
      retiredAt TEXT
    ) STRICT;

CREATE TABLE schemeVersion (
      id            INTEGER PRIMARY KEY AUTOINCREMENT,
      schemeId      INTEGER NOT NULL REFERENCES scheme,
      no            INTEGER NOT NULL,
      body          TEXT NOT NULL CHECK (json_valid(body)),
      -- SHA-256 of its canonical JSON
      hash          TEXT NOT NULL,
      state         TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'reviewed', 'approved', 'withdrawn')),
      -- the first day it rates; null while it is a draft
      effectiveOn   TEXT,
      note          TEXT,
      -- null: it came with the program
      preparedBy    INTEGER REFERENCES person,
      preparedAt    TEXT NOT NULL,
      submittedAt   TEXT,
      reviewedBy    INTEGER REFERENCES person,
      reviewedAt    TEXT,
      approvedBy    INTEGER REFERENCES person,
      approvedAt    TEXT,
      withdrawnBy   INTEGER REFERENCES person,
      withdrawnAt   TEXT,
      withdrawReason TEXT,
      -- why it came back, until it is submitted again
      returnReason  TEXT,
      basedOnId     INTEGER REFERENCES schemeVersion,
      version       INTEGER NOT NULL DEFAULT 1,
      UNIQUE (schemeId, no),
      CHECK (state <> 'approved' OR effectiveOn IS NOT NULL),
      CHECK (preparedBy IS NULL OR state <> 'approved' OR (approvedBy <> preparedBy AND approvedBy <> reviewedBy AND reviewedBy <> preparedBy))
    ) STRICT;

CREATE TABLE setting (
      name  TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

CREATE TABLE slip (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      number      TEXT NOT NULL UNIQUE,
      state       TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'signed', 'refused', 'out', 'returned', 'cancelled')),
      applicantId INTEGER NOT NULL REFERENCES person,
      unit        TEXT NOT NULL,
      phone       TEXT,
      partyId     INTEGER REFERENCES party,
      partyName   TEXT NOT NULL,
      purpose     TEXT NOT NULL,
      manner      TEXT NOT NULL CHECK (manner IN ('read', 'borrow', 'copy')),
      copyPages   INTEGER,
      untilOn     TEXT NOT NULL,
      filledBy    INTEGER NOT NULL REFERENCES person,
      filledAt    TEXT NOT NULL,
      submittedAt TEXT,
      closedAt    TEXT,
      reminders   INTEGER NOT NULL DEFAULT 0,
      regulationVersionId INTEGER NOT NULL REFERENCES regulationVersion,
      version     INTEGER NOT NULL DEFAULT 1
    ) STRICT;

CREATE TABLE slipDossier (
      slipId    INTEGER NOT NULL REFERENCES slip,
      dossierId INTEGER NOT NULL REFERENCES dossier,
      PRIMARY KEY (slipId, dossierId)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE slipEvent (
      id      INTEGER PRIMARY KEY AUTOINCREMENT,
      slipId  INTEGER NOT NULL REFERENCES slip,
      what    TEXT NOT NULL,
      by      INTEGER NOT NULL REFERENCES person,
      at      TEXT NOT NULL,
      remarks TEXT
    ) STRICT;

CREATE TABLE slipSignature (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      slipId    INTEGER NOT NULL REFERENCES slip,
      role      TEXT NOT NULL,
      signerId  INTEGER NOT NULL REFERENCES person,
      decision  TEXT NOT NULL CHECK (decision IN ('agreed', 'refused')),
      reason    TEXT,
      onTheSpot INTEGER NOT NULL CHECK (onTheSpot IN (0, 1)),
      -- whose session it was: the signer's own, or that of the person at whose desk he signed on the spot
      sessionOf INTEGER NOT NULL REFERENCES person,
      text      TEXT NOT NULL,
      textHash  TEXT NOT NULL,
      at        TEXT NOT NULL,
      UNIQUE (slipId, role)
    ) STRICT;

CREATE TABLE statement (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId      INTEGER NOT NULL REFERENCES party,
      -- the last day of the business year
      periodEnd    TEXT NOT NULL,
      format       TEXT NOT NULL CHECK (format IN ('small', 'general')),
      -- as on paper; every amount is kept in fen
      unit         TEXT NOT NULL CHECK (unit IN ('yuan', 'thousand', 'tenThousand')),
      opinion      TEXT NOT NULL CHECK (opinion IN ('clean', 'qualified', 'adverse', 'disclaimer', 'none')),
      auditor      TEXT,
      receivedOn   TEXT NOT NULL,
      remarks      TEXT,
      -- the paper it was read from; a scan that is destroyed with its dossier leaves the line of the contents
      documentId   INTEGER REFERENCES document,
      attachmentId INTEGER REFERENCES attachment ON DELETE SET NULL,
      page         INTEGER CHECK (page > 0),
      -- drafts of a first revision and of later ones; of the confirmed the last stands, those before it are superseded
      state        TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'confirmed', 'superseded', 'withdrawn')),
      revision     INTEGER NOT NULL DEFAULT 1,
      revisesId    INTEGER REFERENCES statement,
      reviseReason TEXT,
      -- what does not add up and has to, counted when it was last saved
      faults       INTEGER NOT NULL DEFAULT 0,
      enteredBy    INTEGER NOT NULL REFERENCES person,
      enteredAt    TEXT NOT NULL,
      confirmedBy  INTEGER REFERENCES person,
      confirmedAt  TEXT,
      withdrawnBy  INTEGER REFERENCES person,
      withdrawnAt  TEXT,
      withdrawnOn  TEXT,
      withdrawnReason TEXT,
      version      INTEGER NOT NULL DEFAULT 1,
      CHECK ((confirmedAt IS NULL) = (confirmedBy IS NULL) AND (state NOT IN ('confirmed', 'superseded') OR confirmedAt IS NOT NULL)),
      CHECK ((state = 'withdrawn') = (withdrawnAt IS NOT NULL) AND (withdrawnAt IS NULL) = (withdrawnReason IS NULL)),
      CHECK ((revisesId IS NULL) = (reviseReason IS NULL))
    ) STRICT;

CREATE TABLE statementLine (
      statementId INTEGER NOT NULL REFERENCES statement,
      sheet       TEXT NOT NULL CHECK (sheet IN ('balance', 'income', 'cash')),
      line        INTEGER NOT NULL CHECK (line > 0),
      currentFen  INTEGER,
      priorFen    INTEGER,
      PRIMARY KEY (statementId, sheet, line),
      CHECK (currentFen IS NOT NULL OR priorFen IS NOT NULL)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE statementMaker (
      statementId INTEGER NOT NULL REFERENCES statement,
      personId    INTEGER NOT NULL REFERENCES person,
      PRIMARY KEY (statementId, personId)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE statementReason (
      statementId INTEGER NOT NULL REFERENCES statement,
      fault       TEXT NOT NULL,
      byFen       INTEGER,
      reason      TEXT NOT NULL,
      PRIMARY KEY (statementId, fault)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE stocktake (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      number      TEXT NOT NULL UNIQUE,
      state       TEXT NOT NULL CHECK (state IN ('first', 'waiting', 'second', 'findings', 'closed', 'cancelled')),
      scope       TEXT NOT NULL,
      expected    INTEGER NOT NULL,
      openedAt    TEXT NOT NULL,
      firstBy     INTEGER NOT NULL REFERENCES person,
      firstEnd    TEXT,
      secondBy    INTEGER REFERENCES person,
      secondStart TEXT,
      secondEnd   TEXT,
      inOrder     INTEGER,
      firstSignedAt  TEXT,
      secondSignedAt TEXT,
      closedAt    TEXT,
      remarks     TEXT,
      CHECK (secondBy IS NULL OR secondBy <> firstBy)
    ) STRICT;

CREATE TABLE stocktakeDrawer (
      stocktakeId INTEGER NOT NULL REFERENCES stocktake,
      drawerId    INTEGER NOT NULL REFERENCES drawer,
      expected    INTEGER NOT NULL,
      PRIMARY KEY (stocktakeId, drawerId)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE stocktakeFinding (
      id             INTEGER PRIMARY KEY AUTOINCREMENT,
      stocktakeId    INTEGER NOT NULL REFERENCES stocktake,
      kind           TEXT NOT NULL CHECK (kind IN (
        'missing', 'misplaced', 'outOfOrder', 'unknown', 'lentFound', 'missingFound', 'movingFound', 'goneFound', 'disputed')),
      dossierId      INTEGER REFERENCES dossier,
      code           TEXT NOT NULL,
      homeDrawerId   INTEGER REFERENCES drawer,
      homeSlot       INTEGER,
      firstDrawerId  INTEGER REFERENCES drawer,
      secondDrawerId INTEGER REFERENCES drawer,
      -- the codes between which it stood
      afterCode      TEXT,
      beforeCode     TEXT,
      resolution     TEXT,
      resolvedBy     INTEGER REFERENCES person,
      resolvedAt     TEXT,
      remarks        TEXT,
      CHECK ((resolution IS NULL) = (resolvedAt IS NULL))
    ) STRICT;

CREATE TABLE stocktakeItem (
      stocktakeId INTEGER NOT NULL REFERENCES stocktake,
      dossierId   INTEGER NOT NULL REFERENCES dossier,
      drawerId    INTEGER NOT NULL REFERENCES drawer,
      slot        INTEGER NOT NULL,
      state       TEXT NOT NULL CHECK (state IN ('in', 'lent', 'moving', 'missing')),
      PRIMARY KEY (stocktakeId, dossierId)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE stocktakeScan (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      stocktakeId INTEGER NOT NULL REFERENCES stocktake,
      round       INTEGER NOT NULL CHECK (round IN (1, 2)),
      drawerId    INTEGER NOT NULL REFERENCES drawer,
      code        TEXT NOT NULL,
      dossierId   INTEGER REFERENCES dossier,
      at          TEXT NOT NULL,
      struckAt    TEXT
    ) STRICT;

CREATE TABLE stub (
      dossierId    INTEGER PRIMARY KEY REFERENCES dossier,
      number       TEXT NOT NULL UNIQUE,
      kind         TEXT NOT NULL,
      partyId      INTEGER NOT NULL REFERENCES party,
      partyName    TEXT NOT NULL,
      -- of a contract its subject
      title        TEXT,
      sortName     TEXT NOT NULL,
      departmentId INTEGER NOT NULL REFERENCES department,
      year         INTEGER NOT NULL,
      level        TEXT NOT NULL,
      openedOn     TEXT NOT NULL,
      firstDatedOn TEXT,
      lastDatedOn  TEXT,
      documents    INTEGER NOT NULL,
      pages        INTEGER NOT NULL,
      scans        INTEGER NOT NULL,
      retentionYears INTEGER NOT NULL,
      retentionFrom  TEXT NOT NULL,
      retentionEnds  TEXT NOT NULL,
      disposalId   INTEGER NOT NULL REFERENCES disposal,
      -- place in the destruction list
      line         INTEGER NOT NULL,
      destroyedAt  TEXT NOT NULL,
      destroyedOn  TEXT NOT NULL,
      -- SHA-256 over the lines of its contents and the content of every scan
      contentHash  TEXT NOT NULL
    ) STRICT;

CREATE TABLE survey (
      id             INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId        INTEGER NOT NULL REFERENCES party,
      kind           TEXT NOT NULL CHECK (kind IN ('site', 'related', 'reference', 'notice')),
      "on"           TEXT NOT NULL,
      form           TEXT NOT NULL CHECK (json_valid(form)),
      -- the paper behind it; no reference, for a destroyed dossier takes its scans along and the form stays
      attachmentId   INTEGER,
      page           INTEGER CHECK (page > 0),
      remarks        TEXT,
      recordedBy     INTEGER NOT NULL REFERENCES person,
      recordedAt     TEXT NOT NULL,
      clearedOn      TEXT,
      withdrawnAt    TEXT,
      withdrawnBy    INTEGER REFERENCES person,
      withdrawReason TEXT,
      CHECK ((attachmentId IS NULL) = (page IS NULL)),
      CHECK (clearedOn IS NULL OR kind = 'notice'),
      CHECK ((withdrawnAt IS NULL) = (withdrawReason IS NULL))
    ) STRICT;

CREATE TABLE training (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      title      TEXT NOT NULL,
      heldOn     TEXT NOT NULL,
      hours      INTEGER CHECK (hours > 0),
      trainer    TEXT,
      content    TEXT,
      recordedBy INTEGER NOT NULL REFERENCES person,
      recordedAt TEXT NOT NULL
    ) STRICT;

CREATE TABLE transfer (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      number       TEXT NOT NULL UNIQUE,
      fromStage    TEXT NOT NULL CHECK (fromStage IN ('department', 'administrator', 'office')),
      toStage      TEXT NOT NULL CHECK (toStage IN ('administrator', 'office', 'archiveRoom')),
      -- whose folders they are, when they leave a department
      departmentId INTEGER REFERENCES department,
      state        TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'closed', 'withdrawn')),
      remarks      TEXT,
      filledBy     INTEGER NOT NULL REFERENCES person,
      filledAt     TEXT NOT NULL,
      senderId     INTEGER REFERENCES person,
      submittedAt  TEXT,
      closedAt     TEXT,
      -- a JSON array: the roles that may take it, by the regulation of its lines
      receivers    TEXT NOT NULL DEFAULT '[]',
      version      INTEGER NOT NULL DEFAULT 1,
      CHECK ((fromStage = 'department') = (departmentId IS NOT NULL))
    ) STRICT;

CREATE TABLE transferEvent (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      transferId INTEGER NOT NULL REFERENCES transfer,
      what       TEXT NOT NULL CHECK (what IN ('filled', 'changed', 'submitted', 'withdrawn', 'closed', 'printed')),
      by         INTEGER NOT NULL REFERENCES person,
      at         TEXT NOT NULL,
      remarks    TEXT
    ) STRICT;

CREATE TABLE transferLine (
      transferId INTEGER NOT NULL REFERENCES transfer,
      dossierId  INTEGER NOT NULL REFERENCES dossier,
      -- as the sender listed them when he signed
      documents  INTEGER NOT NULL DEFAULT 0,
      pages      INTEGER NOT NULL DEFAULT 0,
      state      TEXT NOT NULL CHECK (state IN ('listed', 'moving', 'accepted', 'refused', 'withdrawn')),
      pagesIn    INTEGER CHECK (pagesIn >= 0),
      condition  TEXT CHECK (condition IN ('good', 'damaged', 'incomplete')),
      reason     TEXT CHECK (reason IN ('pages-differ', 'not-delivered', 'wrong-folder', 'damaged', 'incomplete', 'check-failed', 'other')),
      remarks    TEXT,
      decidedBy  INTEGER REFERENCES person,
      decidedAt  TEXT,
      PRIMARY KEY (transferId, dossierId),
      CHECK ((decidedBy IS NULL) = (state NOT IN ('accepted', 'refused')))
    ) STRICT, WITHOUT ROWID;

CREATE TABLE transferSignature (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      transferId INTEGER NOT NULL REFERENCES transfer,
      side       TEXT NOT NULL CHECK (side IN ('sender', 'receiver')),
      signerId   INTEGER NOT NULL REFERENCES person,
      onTheSpot  INTEGER NOT NULL CHECK (onTheSpot IN (0, 1)),
      sessionOf  INTEGER NOT NULL REFERENCES person,
      text       TEXT NOT NULL,
      textHash   TEXT NOT NULL,
      at         TEXT NOT NULL,
      UNIQUE (transferId, side)
    ) STRICT;

CREATE TABLE unrated (
      partyId      INTEGER PRIMARY KEY REFERENCES party,
      -- of the party, 0 for none; kept by triggers like the rows themselves, so that the list filters and sorts on one table
      departmentId INTEGER NOT NULL,
      kind         TEXT NOT NULL,
      pinyin       TEXT NOT NULL
    ) STRICT;

CREATE TABLE unratedTally (
      departmentId INTEGER NOT NULL,
      kind         TEXT NOT NULL,
      parties      INTEGER NOT NULL,
      PRIMARY KEY (departmentId, kind)
    ) STRICT, WITHOUT ROWID;

CREATE TABLE warning (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId   INTEGER NOT NULL REFERENCES party,
      code      TEXT NOT NULL,
      severity  TEXT NOT NULL CHECK (severity IN ('act', 'look')),
      "values"  TEXT NOT NULL CHECK (json_valid("values")),
      firstOn   TEXT NOT NULL,
      lastOn    TEXT NOT NULL,
      state     TEXT NOT NULL CHECK (state IN ('open', 'handled', 'over')),
      handledBy INTEGER REFERENCES person,
      handledAt TEXT,
      handling  TEXT
    , "when" TEXT NOT NULL DEFAULT '', name TEXT, advice TEXT, ruleSetId INTEGER REFERENCES warningRuleSet, endedById INTEGER REFERENCES warningRuleSet) STRICT;

CREATE TABLE warningRuleSet (
      id             INTEGER PRIMARY KEY AUTOINCREMENT,
      body           TEXT NOT NULL CHECK (json_valid(body)),
      -- SHA-256 of its canonical JSON
      hash           TEXT NOT NULL,
      state          TEXT NOT NULL CHECK (state IN ('draft', 'proposed', 'agreed', 'refused', 'withdrawn')),
      -- what was in force when it was begun; null: the program's rules
      basedOnId      INTEGER REFERENCES warningRuleSet,
      savedBy        INTEGER NOT NULL REFERENCES person,
      savedAt        TEXT NOT NULL,
      reason         TEXT,
      proposedBy     INTEGER REFERENCES person,
      proposedAt     TEXT,
      decidedBy      INTEGER REFERENCES person,
      decidedAt      TEXT,
      remarks        TEXT,
      -- the day of the decision
      fromOn         TEXT,
      withdrawnBy    INTEGER REFERENCES person,
      withdrawnAt    TEXT,
      version        INTEGER NOT NULL DEFAULT 1,
      CHECK (decidedBy IS NULL OR (decidedBy <> proposedBy AND decidedBy <> savedBy)),
      CHECK ((state IN ('agreed', 'refused')) = (decidedBy IS NOT NULL)),
      CHECK ((state = 'agreed') = (fromOn IS NOT NULL)),
      CHECK (state NOT IN ('proposed', 'agreed', 'refused') OR (proposedBy IS NOT NULL AND reason IS NOT NULL))
    ) STRICT;

CREATE INDEX agreement_person ON agreement (personId, signedOn);

CREATE INDEX allocation_receivable ON allocation (receivableId) WHERE endedAt IS NULL;

CREATE UNIQUE INDEX allocation_same ON allocation (receiptId, receivableId) WHERE endedAt IS NULL;

CREATE INDEX attachment_document ON attachment (documentId, id);

CREATE INDEX attachment_sha256 ON attachment (sha256);

CREATE INDEX audit_actor ON audit (actorId, seq);

CREATE INDEX audit_at ON audit (at, seq);

CREATE INDEX audit_label ON audit (subjectLabel, seq);

CREATE INDEX audit_method ON audit (method, seq);

CREATE INDEX audit_outcome ON audit (outcome, seq);

CREATE INDEX audit_subject ON audit (subjectKind, subjectId, seq);

CREATE INDEX authorisation_person ON authorisation (personId, dossierId, untilOn);

CREATE INDEX authorisation_waiting ON authorisation (id) WHERE decision IS NULL;

CREATE INDEX blank_state ON blank (state, issuedAt, id);

CREATE INDEX box_drawer ON box (drawerId, id);

CREATE INDEX checkFinding_dossier ON checkFinding (dossierId, reportId) WHERE dossierId IS NOT NULL;

CREATE INDEX checkReport_dossier ON checkReport (dossierId, id) WHERE dossierId IS NOT NULL;

CREATE INDEX checkReport_scope ON checkReport (scope, id);

CREATE INDEX checkReport_transfer ON checkReport (transferId, id) WHERE transferId IS NOT NULL;

CREATE INDEX clearance_person ON clearance (personId, fromOn);

CREATE INDEX contractEvent_day ON contractEvent (what, "on", dossierId, amountFen, struckAt) WHERE struckAt IS NULL;

CREATE INDEX contractEvent_dossier ON contractEvent (dossierId, "on", id);

CREATE INDEX contractParty_party ON contractParty (partyId, dossierId) WHERE partyId IS NOT NULL;

CREATE INDEX contract_amount ON contract (amountFen, number, departmentId, year, direction, state, handlerId, signedOn, voidedAt) WHERE voidedAt IS NULL;

CREATE INDEX contract_department ON contract (departmentId, number, year, direction, state, handlerId, signedOn, amountFen, voidedAt) WHERE voidedAt IS NULL;

CREATE INDEX contract_handler ON contract (handlerId, number, departmentId, year, direction, state, signedOn, amountFen, voidedAt) WHERE voidedAt IS NULL;

CREATE INDEX contract_number ON contract (number, departmentId, year, direction, state, handlerId, signedOn, amountFen, voidedAt) WHERE voidedAt IS NULL;

CREATE INDEX contract_party ON contract (sortName, number, departmentId, year, direction, state, handlerId, signedOn, amountFen, voidedAt) WHERE voidedAt IS NULL;

CREATE INDEX contract_signed ON contract (signedOn, number, departmentId, year, direction, state, handlerId, amountFen, voidedAt) WHERE voidedAt IS NULL;

CREATE INDEX contract_until ON contract (performUntil, number, departmentId, year, direction, state, handlerId, signedOn, amountFen, voidedAt) WHERE voidedAt IS NULL;

CREATE INDEX custody_case ON custody (caseKind, caseId) WHERE caseKind IS NOT NULL;

CREATE INDEX custody_dossier ON custody (dossierId, fromAt, id);

CREATE INDEX custody_holder ON custody (holderId, fromAt);

CREATE INDEX defaultRecord_attachment ON defaultRecord (attachmentId) WHERE attachmentId IS NOT NULL;

CREATE INDEX defaultRecord_party ON defaultRecord (partyId, "on");

CREATE INDEX delivery_arrived ON delivery (partyId, arrivedOn) WHERE struckAt IS NULL AND arrivedOn IS NOT NULL;

CREATE INDEX delivery_dossier ON delivery (dossierId) WHERE dossierId IS NOT NULL;

CREATE INDEX delivery_due ON delivery (partyId, dueOn, id) WHERE struckAt IS NULL;

CREATE UNIQUE INDEX delivery_same ON delivery (partyId, orderNumber, goods, unit, dueOn, receiptNumber, coalesce(arrivedOn, ''), coalesce(arrivedQuantity, 0)) WHERE struckAt IS NULL;

CREATE INDEX delivery_struck ON delivery (partyId, dueOn, id) WHERE struckAt IS NOT NULL;

CREATE INDEX disposalAppraiser_person ON disposalAppraiser (personId, disposalId);

CREATE INDEX disposalLine_dossier ON disposalLine (dossierId, disposalId);

CREATE INDEX disposalSignature_disposal ON disposalSignature (disposalId, round, part, id);

CREATE INDEX disposal_state ON disposal (state, id);

CREATE INDEX document_dossier ON document (dossierId, id);

CREATE INDEX document_expires ON document (expiresOn) WHERE expiresOn IS NOT NULL AND struckAt IS NULL;

CREATE INDEX dossierNumber_voided ON dossierNumber (departmentId, kind, year) WHERE voidedAt IS NOT NULL;

CREATE INDEX dossier_box ON dossier (boxId, number) WHERE boxId IS NOT NULL;

CREATE INDEX dossier_completeness ON dossier (completeness, id, kind, departmentId, year, grade) WHERE voidedAt IS NULL;

CREATE INDEX dossier_custody ON dossier (custody, id) WHERE custody <> 'in';

CREATE INDEX dossier_department ON dossier (departmentId, number, kind, year, grade, completeness, confirmedAt) WHERE voidedAt IS NULL;

CREATE INDEX dossier_departmentYear ON dossier (departmentId, year, number, kind, grade, completeness, confirmedAt) WHERE voidedAt IS NULL;

CREATE INDEX dossier_downgrade ON dossier (downgradeOn, id) WHERE downgradeOn IS NOT NULL AND voidedAt IS NULL;

CREATE INDEX dossier_name ON dossier (sortName, id, kind, departmentId, year, grade, completeness) WHERE voidedAt IS NULL;

CREATE INDEX dossier_number ON dossier (number, kind, departmentId, year, grade, completeness, confirmedAt) WHERE voidedAt IS NULL;

CREATE INDEX dossier_ofParty ON dossier (partyId, kind, id) WHERE voidedAt IS NULL;

CREATE INDEX dossier_opened ON dossier (openedOn, id, kind, departmentId, year, grade, completeness) WHERE voidedAt IS NULL;

CREATE UNIQUE INDEX dossier_party ON dossier (partyId) WHERE kind = 'credit' AND voidedAt IS NULL;

CREATE UNIQUE INDEX dossier_place ON dossier (drawerId, slot) WHERE drawerId IS NOT NULL;

CREATE INDEX dossier_regulation ON dossier (regulationVersionId) WHERE voidedAt IS NULL;

CREATE INDEX dossier_retention ON dossier (retentionEnds, departmentId, year, kind, number) WHERE retentionEnds IS NOT NULL AND voidedAt IS NULL;

CREATE INDEX dossier_shelf ON dossier (placeKey, id, kind, departmentId, year, grade, completeness) WHERE voidedAt IS NULL;

CREATE INDEX dossier_shelvable ON dossier (stage, regulationVersionId, kind, id) WHERE drawerId IS NULL AND voidedAt IS NULL;

CREATE INDEX dossier_stage ON dossier (stage, departmentId, kind, year, id) WHERE voidedAt IS NULL;

CREATE INDEX dossier_toShelve ON dossier (departmentId, id) WHERE drawerId IS NULL AND stage = 'archiveRoom' AND voidedAt IS NULL;

CREATE INDEX dossier_unconfirmed ON dossier (openedOn, id) WHERE confirmedAt IS NULL AND voidedAt IS NULL;

CREATE INDEX dossier_unconfirmedBy ON dossier (openedBy) WHERE confirmedAt IS NULL AND voidedAt IS NULL;

CREATE INDEX dossier_unshelved ON dossier (id) WHERE drawerId IS NULL AND voidedAt IS NULL;

CREATE INDEX dossier_year ON dossier (year, number, kind, departmentId, grade, completeness, confirmedAt) WHERE voidedAt IS NULL;

CREATE INDEX drawer_free ON drawer (cabinetId, no) WHERE occupied < capacity;

CREATE INDEX duty_doneOfRule ON duty (regulationVersionId, ruleId, dueOn, departmentId) WHERE doneOn IS NOT NULL;

CREATE UNIQUE INDEX duty_dossier ON duty (dossierId, ruleId, coalesce(eventId, 0)) WHERE dossierId IS NOT NULL;

CREATE INDEX duty_open ON duty (role, dueOn, startsOn, regulationVersionId, ruleId, departmentId, dossierId) WHERE doneOn IS NULL;

CREATE INDEX duty_openByDay ON duty (dueOn, regulationVersionId, ruleId, departmentId) WHERE doneOn IS NULL;

CREATE INDEX duty_openInDepartment ON duty (role, departmentId, dueOn, startsOn, regulationVersionId, ruleId, dossierId) WHERE doneOn IS NULL;

CREATE INDEX duty_openOfRule ON duty (regulationVersionId, ruleId, dueOn, departmentId) WHERE doneOn IS NULL;

CREATE UNIQUE INDEX duty_party ON duty (partyId, ruleId) WHERE partyId IS NOT NULL;

CREATE INDEX fallbackConflict_entry ON fallbackConflict (entryId);

CREATE INDEX fallbackConflict_other ON fallbackConflict (otherId) WHERE otherId IS NOT NULL;

CREATE INDEX fallbackConflict_state ON fallbackConflict (state, id);

CREATE INDEX hold_dossier ON hold (dossierId, id) WHERE dossierId IS NOT NULL;

CREATE INDEX hold_party ON hold (partyId, id) WHERE partyId IS NOT NULL;

CREATE INDEX hold_standing ON hold (id) WHERE releasedAt IS NULL;

CREATE INDEX incident_dossier ON incident (dossierId, id);

CREATE INDEX incident_finding ON incident (findingId) WHERE findingId IS NOT NULL;

CREATE INDEX incident_open ON incident (openedAt, id) WHERE state = 'open';

CREATE INDEX invoiceBatchParty_batch ON invoiceBatchParty (batchId);

CREATE INDEX invoice_flow ON invoice (partyId, issuedOn, direction, isVoid, counterpartyId, amountFen) WHERE isStruck = 0;

CREATE UNIQUE INDEX invoice_same ON invoice (partyId, number, issuedOn, direction, code, counterpartyId, amountFen, taxFen) WHERE isStruck = 0;

CREATE INDEX invoice_uneven ON invoice (partyId, issuedOn) WHERE isStruck = 0 AND totalFen <> amountFen + taxFen;

CREATE INDEX invoice_voided ON invoice (voidedBatchId) WHERE voidedBatchId IS NOT NULL;

CREATE INDEX limitCase_hold ON limitCase (hold, id) WHERE hold IN ('freezeProposed', 'releaseProposed');

CREATE INDEX limitCase_party ON limitCase (partyId, id);

CREATE UNIQUE INDEX limitCase_running ON limitCase (partyId) WHERE state IN ('draft', 'submitted', 'reviewed', 'returned');

CREATE UNIQUE INDEX limitCase_standing ON limitCase (partyId) WHERE isCurrent = 1;

CREATE INDEX limitCase_state ON limitCase (state, id);

CREATE INDEX limitCase_until ON limitCase (untilOn, id) WHERE isCurrent = 1;

CREATE INDEX limitGuarantee_attachment ON limitGuarantee (attachmentId) WHERE attachmentId IS NOT NULL;

CREATE INDEX limitGuarantee_limit ON limitGuarantee (limitId, id);

CREATE INDEX limitStep_limit ON limitStep (limitId, id);

CREATE UNIQUE INDEX listing_current ON listing (partyId, list) WHERE state IN ('proposed', 'inForce', 'releaseProposed');

CREATE INDEX listing_party ON listing (partyId, id);

CREATE INDEX listing_state ON listing (state, untilOn);

CREATE INDEX loan_dossier ON loan (dossierId, id);

CREATE INDEX loan_due ON loan (dueOn) WHERE returnedAt IS NULL;

CREATE INDEX loan_handed ON loan (handedOn, id);

CREATE UNIQUE INDEX loan_open ON loan (dossierId) WHERE returnedAt IS NULL;

CREATE INDEX move_by ON move (by, id);

CREATE INDEX move_dossier ON move (dossierId, id);

CREATE INDEX paperEntry_blank ON paperEntry (blankId, id);

CREATE INDEX paperEntry_state ON paperEntry (state, happenedAt, id);

CREATE INDEX paperFolder_dossier ON paperFolder (dossierId, entryId);

CREATE INDEX paperLine_dossier ON paperLine (dossierId, entryId);

CREATE INDEX paperNote_dossier ON paperNote (dossierId, entryId);

CREATE INDEX partyOldName_name ON partyOldName (name);

CREATE INDEX partyOuterCode_party ON partyOuterCode (partyId);

CREATE INDEX partyReach_ofDepartment ON partyReach (ofDepartment, partyId) WHERE ofDepartment IS NOT NULL;

CREATE INDEX partyReach_party ON partyReach (partyId);

CREATE UNIQUE INDEX party_creditCode ON party (creditCode);

CREATE INDEX party_department ON party (departmentId, pinyin, id);

CREATE INDEX party_firstBusiness ON party (firstBusinessOn) WHERE firstBusinessOn IS NOT NULL;

CREATE INDEX party_founded ON party (foundedOn, id);

CREATE INDEX party_grade ON party (grade, pinyin, id);

CREATE INDEX party_industry ON party (industry) WHERE industry IS NOT NULL;

CREATE INDEX party_kind ON party (kind, pinyin, id);

CREATE INDEX party_name ON party (name);

CREATE INDEX party_pinyin ON party (pinyin, id);

CREATE INDEX party_province ON party (province, pinyin, id);

CREATE INDEX party_salesperson ON party (salespersonId, pinyin, id) WHERE salespersonId IS NOT NULL;

CREATE INDEX party_salespersonDepartment ON party (salespersonId, departmentId, id) WHERE salespersonId IS NOT NULL;

CREATE INDEX party_shortName ON party (shortName) WHERE shortName IS NOT NULL;

CREATE INDEX party_updated ON party (updatedAt, id);

CREATE INDEX party_withDossier ON party (pinyin, id) WHERE dossiers > 0;

CREATE INDEX promise_attachment ON promise (attachmentId) WHERE attachmentId IS NOT NULL;

CREATE INDEX promise_due ON promise (dueOn, partyId) WHERE struckAt IS NULL;

CREATE INDEX promise_party ON promise (partyId, dueOn);

CREATE UNIQUE INDEX promise_same ON promise (partyId, madeOn, dueOn, amountFen) WHERE struckAt IS NULL;

CREATE INDEX qualification_person ON qualification (personId, kind, obtainedOn);

CREATE INDEX qualification_training ON qualification (trainingId) WHERE trainingId IS NOT NULL;

CREATE INDEX ratingEvidence_attachment ON ratingEvidence (attachmentId) WHERE attachmentId IS NOT NULL;

CREATE INDEX ratingStep_rating ON ratingStep (ratingId, id);

CREATE INDEX rating_grade ON rating (grade, id) WHERE isCurrent = 1;

CREATE INDEX rating_maker ON rating (madeBy, state, id) WHERE state IN ('draft', 'returned');

CREATE INDEX rating_override ON rating (overrideUntil, id) WHERE isCurrent = 1 AND overrideUntil IS NOT NULL;

CREATE INDEX rating_party ON rating (partyId, asOf, id);

CREATE INDEX rating_review ON rating (reviewOn, id) WHERE isCurrent = 1;

CREATE UNIQUE INDEX rating_running ON rating (partyId, kind) WHERE state IN ('draft', 'submitted', 'reviewed', 'returned');

CREATE INDEX rating_scheme ON rating (schemeVersionId, state);

CREATE UNIQUE INDEX rating_standing ON rating (partyId) WHERE isCurrent = 1;

CREATE INDEX rating_state ON rating (state, id);

CREATE INDEX receipt_book ON receipt (spentOn, partyId, receivedOn, amountFen, allocatedFen) WHERE struckAt IS NULL;

CREATE INDEX receipt_open ON receipt (partyId, spentOn) WHERE struckAt IS NULL;

CREATE INDEX receipt_party ON receipt (partyId, receivedOn);

CREATE UNIQUE INDEX receipt_same ON receipt (partyId, receivedOn, amountFen, reference) WHERE struckAt IS NULL;

CREATE INDEX receivable_book ON receivable (settledOn, partyId, dueOn, issuedOn, amountFen, allocatedFen) WHERE struckAt IS NULL;

CREATE INDEX receivable_contract ON receivable (contractId) WHERE contractId IS NOT NULL;

CREATE INDEX receivable_open ON receivable (partyId, settledOn, dueOn) WHERE struckAt IS NULL;

CREATE INDEX receivable_party ON receivable (partyId, issuedOn);

CREATE UNIQUE INDEX receivable_same ON receivable (partyId, number) WHERE struckAt IS NULL;

CREATE INDEX regulationVersion_effective ON regulationVersion (effectiveOn, id) WHERE withdrawnAt IS NULL;

CREATE INDEX reratingLine_rating ON reratingLine (ratingId) WHERE ratingId IS NOT NULL;

CREATE INDEX schemeVersion_force ON schemeVersion (schemeId, effectiveOn, id) WHERE state = 'approved';

CREATE UNIQUE INDEX schemeVersion_running ON schemeVersion (schemeId) WHERE state IN ('draft', 'submitted', 'reviewed');

CREATE INDEX schemeVersion_state ON schemeVersion (state, id);

CREATE INDEX slipDossier_dossier ON slipDossier (dossierId, slipId);

CREATE INDEX slipEvent_slip ON slipEvent (slipId, id);

CREATE INDEX slip_applicant ON slip (applicantId, filledAt, id);

CREATE INDEX slip_filledAt ON slip (filledAt, id);

CREATE INDEX slip_filledBy ON slip (filledBy, filledAt, id, applicantId);

CREATE INDEX slip_party ON slip (partyId, id);

CREATE INDEX slip_partyName ON slip (partyName, id);

CREATE INDEX slip_regulation ON slip (regulationVersionId) WHERE state IN ('draft', 'submitted', 'signed', 'out');

CREATE INDEX slip_running ON slip (applicantId, id) WHERE state IN ('signed', 'out');

CREATE INDEX slip_state ON slip (state, filledAt, id);

CREATE INDEX slip_unfinishedBy ON slip (filledBy, state, untilOn, id) WHERE state IN ('draft', 'refused');

CREATE INDEX slip_unfinishedFor ON slip (applicantId, state, untilOn, id) WHERE state IN ('draft', 'refused');

CREATE INDEX slip_waiting ON slip (state, untilOn, id) WHERE state IN ('submitted', 'signed');

CREATE INDEX statement_attachment ON statement (attachmentId) WHERE attachmentId IS NOT NULL;

CREATE INDEX statement_document ON statement (documentId) WHERE documentId IS NOT NULL;

CREATE UNIQUE INDEX statement_draft ON statement (partyId, periodEnd) WHERE state = 'draft';

CREATE INDEX statement_party ON statement (partyId, periodEnd, revision);

CREATE UNIQUE INDEX statement_standing ON statement (partyId, periodEnd) WHERE state = 'confirmed';

CREATE INDEX statement_waiting ON statement (enteredAt) WHERE state = 'draft';

CREATE INDEX stocktakeDrawer_drawer ON stocktakeDrawer (drawerId, stocktakeId);

CREATE INDEX stocktakeFinding_stocktake ON stocktakeFinding (stocktakeId, id);

CREATE UNIQUE INDEX stocktakeScan_code ON stocktakeScan (stocktakeId, round, code) WHERE struckAt IS NULL;

CREATE INDEX stocktakeScan_drawer ON stocktakeScan (stocktakeId, round, drawerId, id) WHERE struckAt IS NULL;

CREATE INDEX stocktake_running ON stocktake (state, id) WHERE state NOT IN ('closed', 'cancelled');

CREATE INDEX stub_department ON stub (departmentId, destroyedAt, dossierId);

CREATE INDEX stub_destroyed ON stub (destroyedAt, dossierId);

CREATE INDEX stub_disposal ON stub (disposalId, line);

CREATE INDEX stub_party ON stub (partyId, dossierId);

CREATE INDEX survey_attachment ON survey (attachmentId) WHERE attachmentId IS NOT NULL;

CREATE INDEX survey_party ON survey (partyId, kind, "on");

CREATE INDEX training_held ON training (heldOn, id);

CREATE INDEX transferEvent_transfer ON transferEvent (transferId, id);

CREATE INDEX transferLine_dossier ON transferLine (dossierId, transferId);

CREATE UNIQUE INDEX transferLine_moving ON transferLine (dossierId) WHERE state = 'moving';

CREATE INDEX transfer_department ON transfer (departmentId, id);

CREATE INDEX transfer_filledBy ON transfer (filledBy, state, id);

CREATE INDEX transfer_state ON transfer (state, id);

CREATE INDEX unrated_both ON unrated (departmentId, kind, pinyin, partyId);

CREATE INDEX unrated_department ON unrated (departmentId, pinyin, partyId);

CREATE INDEX unrated_kind ON unrated (kind, pinyin, partyId);

CREATE INDEX unrated_name ON unrated (pinyin, partyId);

CREATE INDEX warningRuleSet_force ON warningRuleSet (id) WHERE state = 'agreed';

CREATE UNIQUE INDEX warningRuleSet_running ON warningRuleSet ((1)) WHERE state IN ('draft', 'proposed');

CREATE UNIQUE INDEX warning_current ON warning (partyId, code) WHERE state IN ('open', 'handled');

CREATE INDEX warning_party ON warning (partyId, state);

CREATE INDEX warning_state ON warning (state, severity, lastOn, id);
