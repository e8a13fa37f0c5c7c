package org.kulluna.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.places.Places;
import org.kulluna.shared.Faults;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The door to rooms. */
@Component
public class Rooms {
    private final RoomRows rows;
    private final Units units;
    private final Places places;
    private final Audit audit;
    private final Clock clock;

    Rooms(RoomRows rows, Units units, Places places, Audit audit, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /** All rooms in use, by Arabic name: one unit's room may hold another's session. */
    @Transactional(readOnly = true)
    public List<Room> list(Viewer viewer) {
        viewer.signedIn();
        return rows.list();
    }

    /** @throws Refusal NOT_FOUND when it is another unit's */
    @Transactional(readOnly = true)
    public Room get(Viewer viewer, UUID id) {
        viewer.must(Right.RUN_COURSES);
        Room room = rows.find(id).orElseThrow(Refusal::notFound);
        viewer.must(Right.RUN_COURSES, room.unit());
        return room;
    }

    /** Once for each id. */
    @Transactional
    public Room add(Viewer viewer, RoomForm form) {
        viewer.must(Right.RUN_COURSES, Typed.text(form.unit()));
        Room room = read(Typed.id(form.id()), form);
        if (rows.insert(room)) {
            audit.record(viewer, "training.add-room", "room", room.id());
        }
        return room;
    }

    /** Its unit stays. @throws Refusal INVALID capacity when it would seat fewer than may come to a session there */
    @Transactional
    public Room change(Viewer viewer, UUID id, RoomForm form) {
        Room before = get(viewer, id);
        Room read = read(id, form);
        Faults faults = new Faults();
        faults.when(
                read.capacity() < before.capacity() && read.capacity() < rows.mostToCome(id, clock.instant()),
                "capacity",
                "fewer-than-may-come");
        faults.raise();
        rows.update(new Room(id, before.unit(), read.place(), read.name(), read.capacity()));
        audit.record(viewer, "training.change-room", "room", id);
        return get(viewer, id);
    }

    /** No new session takes place there, until it is saved again. @throws Refusal CONFLICT room-in-use while one to come does */
    @Transactional
    public void retire(Viewer viewer, UUID id) {
        get(viewer, id);
        Instant now = clock.instant();
        if (!rows.retire(id, now)) {
            throw Refusal.conflict("room-in-use");
        }
        audit.record(viewer, "training.retire-room", "room", id);
    }

    private Room read(UUID id, RoomForm form) {
        int capacity = Typed.number(form.capacity(), -1);
        Faults faults = new Faults();
        faults.when(units.find(Typed.text(form.unit())).isEmpty(), "unit", "not-a-choice");
        faults.when(places.find(Typed.text(form.place())).isEmpty(), "place", "not-a-choice");
        faults.when(capacity < 1 || capacity > 10_000, "capacity", "not-a-number");
        faults.raise();
        return new Room(
                id,
                Typed.text(form.unit()),
                Typed.text(form.place()),
                new LocalizedText(Typed.text(form.nameAr()), Typed.text(form.nameEn())),
                capacity);
    }

    @Repository
    static class RoomRows {
        private final JdbcClient sql;

        RoomRows(JdbcClient sql) {
            this.sql = sql;
        }

        List<Room> list() {
            return sql.sql("""
                    select id, unit_code, place_code, name_ar, name_en, capacity from training.room
                     where retired_at is null order by name_ar, id limit 1000""").query(RoomRows::fromRow).list();
        }

        Optional<Room> find(UUID id) {
            return sql.sql("""
                    select id, unit_code, place_code, name_ar, name_en, capacity from training.room
                     where id = :id""").param("id", id).query(RoomRows::fromRow).optional();
        }

        void update(Room r) {
            sql.sql("""
                    update training.room set place_code = :place, name_ar = :nameAr, name_en = :nameEn,
                           capacity = :capacity, retired_at = null, version = version + 1
                     where id = :id""")
                    .param("id", r.id())
                    .param("place", r.place())
                    .param("nameAr", r.name().ar())
                    .param("nameEn", r.name().en())
                    .param("capacity", r.capacity())
                    .update();
        }

        /** The places of the largest offering that has a session to come there; 0 without one. */
        int mostToCome(UUID id, Instant now) {
            return sql.sql("""
                    select coalesce(max(o.maximum), 0) from training.session s
                      join training.offering o on o.id = s.offering_id
                     where s.room_id = :id and s.cancelled_at is null and s.ends_at > :now
                       and o.state in ('draft', 'interest', 'open')""")
                    .param("id", id)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .query(Integer.class)
                    .single();
        }

        /** False while a session to come is held there. */
        boolean retire(UUID id, Instant now) {
            return sql.sql("""
                    update training.room r set retired_at = coalesce(r.retired_at, :now), version = version + 1
                     where r.id = :id
                       and not exists (select from training.session s
                                        where s.room_id = r.id and s.cancelled_at is null and s.ends_at > :now)""")
                            .param("id", id)
                            .param("now", now.atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
        }

        boolean insert(Room r) {
            return sql.sql("""
                    insert into training.room (id, unit_code, place_code, name_ar, name_en, capacity)
                    values (:id, :unit, :place, :nameAr, :nameEn, :capacity) on conflict (id) do nothing""")
                            .param("id", r.id())
                            .param("unit", r.unit())
                            .param("place", r.place())
                            .param("nameAr", r.name().ar())
                            .param("nameEn", r.name().en())
                            .param("capacity", r.capacity())
                            .update()
                    == 1;
        }

        static Room fromRow(ResultSet rs, int row) throws SQLException {
            return new Room(
                    rs.getObject("id", UUID.class),
                    rs.getString("unit_code"),
                    rs.getString("place_code"),
                    new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                    rs.getInt("capacity"));
        }
    }
}
