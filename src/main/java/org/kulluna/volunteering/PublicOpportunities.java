package org.kulluna.volunteering;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is coming, for everybody: nothing of any person is in it. */
@Component
public class PublicOpportunities {
    private static final int PAGE = 24;
    private final PublicRows rows;
    private final Clock clock;

    PublicOpportunities(PublicRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<PublicCard> list(@Nullable String cursor) {
        return Page.of(rows.list(Cursor.parse(cursor), PAGE + 1, clock.instant()), PAGE, PublicRows::cursor);
    }

    /** The first few: for the public home page. */
    @Transactional(readOnly = true)
    public List<PublicCard> listSoonest(int count) {
        return rows.list(null, count, clock.instant());
    }
}
