package groundswell.journal.inbox;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What of a batch is new: the records that continue the bookmark without a gap. Copies are skipped, and so is what a
 * relay that had lost its lease wrote in between; a later position is skipped too, because the relay sends it again
 * behind the missing one.
 *
 * @param fresh to be applied, in order
 * @param aside to be parked behind a parked record of their stream
 * @param after the bookmark once that is done
 */
record Selection(List<Delivery> fresh, List<Delivery> aside, Bookmark after) {
    static Selection of(List<ConsumerRecord<String, byte[]>> records, Bookmark before) {
        var positioned = before.isNew() ? Deliveries.position(records.getFirst()) >= 0 : before.positioned();
        var fresh = new ArrayList<Delivery>(records.size());
        var aside = new ArrayList<Delivery>();
        var last = before.position();
        var offset = before.offset();
        var furthest = 0L;
        for (var record : records) {
            var position = positioned ? Deliveries.position(record) : record.offset() + 1;
            if (positioned ? position == last + 1 : record.offset() >= offset) {
                var delivery = Deliveries.of(record, position);
                (before.parked().contains(delivery.stream()) ? aside : fresh).add(delivery);
                last = position;
                offset = record.offset() + 1;
            }
            furthest = Math.max(furthest, position);
        }
        var seen = records.getLast().offset() + 1;
        var moved = last != before.position();
        var gap = positioned && (furthest > last || (before.gap() && !moved));
        // a topic made anew starts at lower offsets: where positions go on, the present offsets are the right ones
        var next = positioned && moved ? seen : Math.max(before.offset(), seen);
        return new Selection(fresh, aside, new Bookmark(next, last, positioned, gap, before.parked()));
    }
}
