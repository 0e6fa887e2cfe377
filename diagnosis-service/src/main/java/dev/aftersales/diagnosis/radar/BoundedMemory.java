package dev.aftersales.diagnosis.radar;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Lets all stores of the process share one memory, as Kafka's documentation of bounded memory shows it: by themselves, each
 * of some dozens would take its own.
 */
public final class BoundedMemory implements RocksDBConfigSetter {

    static final String BYTES = "aftersales.radar.memory";

    /** Of the memory, for what is not written to disk yet; the rest caches what is. */
    private static final double WRITE_SHARE = 0.5;

    private static @Nullable Shared shared;

    private record Shared(Cache cache, WriteBufferManager buffers) {
        static Shared of(long bytes) {
            Cache cache = new LRUCache(bytes, -1, false, 0.1);
            return new Shared(cache, new WriteBufferManager((long) (bytes * WRITE_SHARE), cache));
        }
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        Shared memory = shared(Long.parseLong(String.valueOf(configs.get(BYTES))));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(memory.buffers());
        options.setWriteBufferSize(2 * 1024 * 1024);
        options.setMaxWriteBufferNumber(2);
        options.setTableFormatConfig(table);
    }

    private static Shared shared(long bytes) {
        synchronized (BoundedMemory.class) {
            Shared memory = shared == null ? Shared.of(bytes) : shared;
            shared = memory;
            return memory;
        }
    }

    /** The memory is every store's; it ends with the process. */
    @Override
    public void close(String store, Options options) {}
}
