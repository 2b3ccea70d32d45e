#include <algorithm>
#include <utility>

#include "audit/api.hpp"
#include "audit/chain_walker.hpp"
#include "audit/sql.hpp"
#include "database/transaction.hpp"

namespace caicach::audit
{

namespace
{

const std::string first_previous_hash(64, '0');

struct ChainEnd {
    std::int64_t seq{};
    std::string hash{};
    std::int64_t last_seq{};  ///< of the rows, whatever the head says
};

Result<std::optional<ChainEnd>> chain_end(database::Transaction& transaction)
{
    const auto read = [](const database::Row& row) {
        return ChainEnd{row.integer("seq"), row.string("hash"),
                        row.maybe_integer("last_seq").value_or(0)};
    };
    return transaction.maybe_one(sql::chain_end, read);
}

/// What row `from` must carry; nothing when the row before it is not there.
Result<std::optional<std::string>> hash_before(database::Transaction& transaction,
                                               std::int64_t from)
{
    if (from == 1) return std::optional<std::string>(first_previous_hash);
    const auto read = [](const database::Row& row) { return row.string("hash"); };
    return transaction.maybe_one(sql::hash_by_seq, read, from - 1);
}

/// The end of the whole chain: as many rows as the head says, and ending in its hash.
void check_end(ChainWalker& walker, const ChainEnd& end)
{
    if (end.last_seq > end.seq) {
        walker.blame(end.seq + 1, Fault::beyond);
    } else if (walker.hash() != end.hash) {
        walker.blame(end.seq, Fault::headless);
    } else {
        walker.finish();
    }
}

/// Up to row `last`; a damaged file ends it, as far as it could be read.
Result<void> walk(database::Transaction& transaction, ChainWalker& walker, std::int64_t last)
{
    const auto walked = transaction.each(
        sql::sealed_between, [&](const database::Row& row) { return walker.visit(row); },
        walker.next(), last);
    if (const auto& error = walker.error()) return tl::unexpected<Error>(*error);
    if (!walked && walked.error().key == "base.database_damaged") {
        walker.blame(walker.next(), Fault::unreadable);
        return {};
    }
    TRY(walked);
    if (walker.is_right() && walker.next() <= last) walker.blame(walker.next(), Fault::missing);
    return {};
}

Verification headless(std::int64_t seq)
{
    return {.first_bad = BadRow{.seq = seq, .fault = Fault::headless}};
}

}  // namespace

Result<Verification> verify(database::Transaction& transaction, std::int64_t from, std::int64_t to)
{
    from = std::max<std::int64_t>(from, 1);
    const auto end = TRY(chain_end(transaction));
    if (!end) return headless(0);
    const bool reads_to_end = to <= 0 || to >= end->seq;
    const auto last = reads_to_end ? end->seq : to;
    // Asked for what is still to come: only the end can be looked at.
    from = std::min(from, last + 1);
    const auto before = TRY(hash_before(transaction, from));
    if (!before) return Verification{.first_bad = BadRow{.seq = from - 1, .fault = Fault::missing}};
    ChainWalker walker(from, *before);
    TRY(walk(transaction, walker, last));
    if (walker.is_right() && reads_to_end) check_end(walker, *end);
    return walker.verification();
}

Result<Verification> verify_against(database::Transaction& transaction, const Evidence& evidence)
{
    const auto end = TRY(chain_end(transaction));
    if (!end) return headless(0);
    ChainWalker walker(1, first_previous_hash);
    walker.trust(evidence.public_key);
    if (!evidence.checkpoint_file.empty()) {
        auto filed = TRY(FiledCheckpoints::open(evidence.checkpoint_file));
        TRY(walker.listen_to(std::move(filed)));
    }
    TRY(walker.listen_to(std::make_unique<StoredCheckpoints>(transaction)));
    TRY(walk(transaction, walker, end->seq));
    if (walker.is_right()) check_end(walker, *end);
    return walker.verification();
}

}  // namespace caicach::audit
