#include <algorithm>
#include <utility>

#include "audit/api.hpp"
#include "audit/entry_rows.hpp"
#include "audit/sql.hpp"
#include "database/transaction.hpp"

namespace caicach::audit
{

namespace
{

const std::string first_previous_hash(64, '0');

/// Follows the chain row by row; remembers one hash.
class Walker
{
public:
    Walker(std::int64_t next, std::string hash) : m_next(next), m_hash(std::move(hash)) {}

    /// Whether to go on.
    bool visit(const Entry& entry)
    {
        if (entry.seq != m_next) return blame(m_next, Fault::missing);
        if (hash_of(entry) != entry.hash) return blame(entry.seq, Fault::changed);
        if (entry.previous_hash != m_hash) return blame(entry.seq, Fault::unlinked);
        m_hash = entry.hash;
        ++m_next;
        ++m_verification.rows;
        return true;
    }

    bool blame(std::int64_t seq, Fault fault)
    {
        m_verification.first_bad = BadRow{seq, fault};
        return false;
    }

    [[nodiscard]] bool is_right() const { return !m_verification.first_bad; }
    [[nodiscard]] std::int64_t next() const { return m_next; }
    [[nodiscard]] const std::string& hash() const { return m_hash; }
    [[nodiscard]] const Verification& verification() const { return m_verification; }

private:
    std::int64_t m_next;
    std::string m_hash;
    Verification m_verification{};
};

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
void check_end(Walker& walker, const ChainEnd& end)
{
    if (end.last_seq > end.seq) {
        walker.blame(end.seq + 1, Fault::beyond);
    } else if (walker.hash() != end.hash) {
        walker.blame(end.seq, Fault::headless);
    }
}

}  // namespace

std::string_view text_of(Fault fault)
{
    switch (fault) {
        case Fault::missing:
            return "bị thiếu";
        case Fault::changed:
            return "đã bị sửa nội dung";
        case Fault::unlinked:
            return "không nối với dòng trước";
        case Fault::beyond:
            return "nằm sau điểm cuối đã ghi của nhật ký";
        case Fault::headless:
            return "không khớp với điểm cuối đã ghi của nhật ký";
    }
    return {};
}

Result<Verification> verify(database::Transaction& transaction, std::int64_t from, std::int64_t to)
{
    from = std::max<std::int64_t>(from, 1);
    const auto end = TRY(chain_end(transaction));
    if (!end) return Verification{.rows = 0, .first_bad = BadRow{0, Fault::headless}};
    const bool reads_to_end = to <= 0 || to >= end->seq;
    const auto last = reads_to_end ? end->seq : to;
    // Asked for what is still to come: only the end can be looked at.
    from = std::min(from, last + 1);
    const auto before = TRY(hash_before(transaction, from));
    if (!before) return Verification{.rows = 0, .first_bad = BadRow{from - 1, Fault::missing}};
    Walker walker(from, *before);
    TRY(transaction.each(
        sql::entries_between,
        [&](const database::Row& row) { return walker.visit(read_entry(row)); }, from, last));
    if (walker.is_right() && walker.next() <= last) walker.blame(walker.next(), Fault::missing);
    if (walker.is_right() && reads_to_end) check_end(walker, *end);
    return walker.verification();
}

}  // namespace caicach::audit
