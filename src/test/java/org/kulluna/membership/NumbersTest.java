package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Membership numbers: one after another, whatever happens beside and in between. */
class NumbersTest extends HouseTest {
    @Autowired
    private Desks desks;

    @Autowired
    private Decisions decisions;

    @Autowired
    private TransactionTemplate transaction;

    private Viewer officer() {
        return given.actor(Role.MEMBERSHIP_OFFICER).viewer();
    }

    private long last() {
        return sql.sql("select last from membership.number_counter")
                .query(Long.class)
                .single();
    }

    private static List<Long> together(List<Callable<Long>> deeds) throws Exception {
        List<Long> numbers = new ArrayList<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(deeds.size())) {
            for (Future<Long> done : hands.invokeAll(deeds)) {
                long number = done.get();
                if (number > 0) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    private long accept(Viewer officer, String application) {
        try {
            return decisions
                    .decide(officer, UUID.fromString(application), new DecisionForm("accept", "", null))
                    .number();
        } catch (Refusal refusal) {
            return 0;
        }
    }

    /** Somebody's hand slips after the number was taken: everything is as before, the number too. */
    private long slip(Viewer officer, String application) {
        transaction.executeWithoutResult(t -> {
            assertThat(accept(officer, application)).isPositive();
            t.setRollbackOnly();
        });
        return 0;
    }

    @Test
    void acceptances_refusals_obstacles_and_slips_at_random_leave_no_gap_and_no_double() throws Exception {
        Random random = new Random(50);
        Viewer officer = officer();
        List<Callable<Long>> deeds = new ArrayList<>();
        int accepted = 0;
        for (int i = 0; i < 30; i++) {
            String application = desks.ready(given.person(), officer);
            switch (random.nextInt(4)) {
                case 0 -> deeds.add(() -> slip(officer, application));
                case 1 ->
                    deeds.add(() -> {
                        decisions.decide(officer, UUID.fromString(application), new DecisionForm("refuse", "no", null));
                        return 0L;
                    });
                case 2 -> {
                    sql.sql("update membership.application set identity_checked_at = null where id = ?")
                            .param(UUID.fromString(application))
                            .update();
                    deeds.add(() -> accept(officer, application));
                }
                default -> {
                    accepted++;
                    deeds.add(() -> accept(officer, application));
                }
            }
        }
        Collections.shuffle(deeds, random);
        long before = last();
        List<Long> numbers = together(deeds);
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(before + 1, before + accepted)
                        .boxed()
                        .toList());
        assertThat(last()).isEqualTo(before + accepted);
    }

    @Test
    void one_application_accepted_by_many_hands_at_once_takes_one_number() throws Exception {
        Viewer officer = officer();
        String application = desks.ready(given.person(), officer);
        long before = last();
        List<Callable<Long>> deeds = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            deeds.add(() -> accept(officer, application));
        }
        assertThat(together(deeds)).isNotEmpty().containsOnly(before + 1);
        assertThat(last()).isEqualTo(before + 1);
    }

    @Test
    void accepted_and_refused_at_once_it_is_one_of_the_two() throws Exception {
        for (int round = 0; round < 10; round++) {
            Viewer officer = officer();
            String application = desks.ready(given.person(), officer);
            List<Callable<Long>> deeds = List.of(() -> accept(officer, application), () -> {
                try {
                    decisions.decide(officer, UUID.fromString(application), new DecisionForm("refuse", "no", null));
                } catch (Refusal refusal) {
                    return 0L;
                }
                return 0L;
            });
            boolean accepted = !together(deeds).isEmpty();
            String state = sql.sql("select state from membership.application where id = ?")
                    .param(UUID.fromString(application))
                    .query(String.class)
                    .single();
            assertThat(state).isEqualTo(accepted ? "accepted" : "refused");
            assertThat(sql.sql("""
                    select count(*) from membership.member m
                      join membership.application a on a.person_id = m.person_id where a.id = ?""")
                            .param(UUID.fromString(application))
                            .query(Integer.class)
                            .single())
                    .isEqualTo(accepted ? 1 : 0);
        }
    }
}
