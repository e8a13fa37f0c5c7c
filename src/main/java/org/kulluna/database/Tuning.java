package org.kulluna.database;

/**
 * Server settings, given on the command line so that no configuration file can undo them. Without durability (tests
 * only) a crash of the machine may lose or tear data.
 */
record Tuning(boolean durable) {
    private static final String ALWAYS = " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
            + " -c shared_buffers=192MB -c work_mem=16MB -c maintenance_work_mem=96MB"
            + " -c max_wal_size=2GB -c random_page_cost=1.1 -c timezone=UTC -c log_timezone=UTC"
            + " -c log_checkpoints=off -c log_min_messages=warning -c log_min_error_statement=panic";

    String options(int port) {
        String value = durable ? "on" : "off";
        // Tests keep several pools open at once.
        int connections = durable ? 60 : 120;
        return "-p " + port + ALWAYS + " -c max_connections=" + connections + " -c fsync=" + value
                + " -c synchronous_commit=" + value + " -c full_page_writes=" + value;
    }
}
