package org.kulluna.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.places.Places;
import org.kulluna.shared.Faults;
import org.kulluna.shared.LocalizedText;
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

    Rooms(RoomRows rows, Units units, Places places, Audit audit) {
        this.rows = rows;
        this.units = units;
        this.places = places;
        this.audit = audit;
    }

    /** All rooms in use, by Arabic name: one unit's room may hold another's session. */
    @Transactional(readOnly = true)
    public List<Room> list(Viewer viewer) {
        viewer.signedIn();
        return rows.list();
    }

    /** Once for each id. */
    @Transactional
    public Room add(Viewer viewer, RoomForm form) {
        viewer.must(Right.RUN_COURSES, Typed.text(form.unit()));
        int capacity = Typed.number(form.capacity(), -1);
        Faults faults = new Faults();
        faults.when(units.find(Typed.text(form.unit())).isEmpty(), "unit", "not-a-choice");
        faults.when(places.find(Typed.text(form.place())).isEmpty(), "place", "not-a-choice");
        faults.when(capacity < 1 || capacity > 10_000, "capacity", "not-a-number");
        faults.raise();
        Room room = new Room(
                Typed.id(form.id()),
                Typed.text(form.unit()),
                Typed.text(form.place()),
                new LocalizedText(Typed.text(form.nameAr()), Typed.text(form.nameEn())),
                capacity);
        if (rows.insert(room)) {
            audit.record(viewer, "training.add-room", "room", room.id());
        }
        return room;
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

        private static Room fromRow(ResultSet rs, int row) throws SQLException {
            return new Room(
                    rs.getObject("id", UUID.class),
                    rs.getString("unit_code"),
                    rs.getString("place_code"),
                    new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                    rs.getInt("capacity"));
        }
    }
}
