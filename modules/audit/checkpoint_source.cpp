#include "audit/checkpoint_source.hpp"

#include <fcntl.h>

#include "audit/checkpoint.hpp"
#include "audit/limits.hpp"
#include "audit/sql.hpp"
#include "database/transaction.hpp"

namespace caicach::audit
{

namespace
{

constexpr std::size_t piece_bytes = 64U * 1024;
static_assert(piece_bytes > limits::checkpoint_line_max);

}  // namespace

Result<std::vector<Checkpoint>> checkpoints_after(database::Transaction& transaction,
                                                  std::int64_t seq, int count)
{
    const auto read = [](const database::Row& row) {
        return Checkpoint{.seq = row.integer("seq"),
                          .hash = row.string("hash"),
                          .at = row.string("at"),
                          .public_key = row.string("public_key"),
                          .signature = row.string("signature")};
    };
    return transaction.all(sql::checkpoints_after, read, seq, count);
}

Result<std::optional<Checkpoint>> StoredCheckpoints::next()
{
    if (m_at == m_some.size()) {
        m_some = TRY(checkpoints_after(m_transaction, m_after, limits::checkpoints_per_copy));
        m_at = 0;
    }
    if (m_some.empty()) return std::nullopt;
    m_after = m_some[m_at].seq;
    return m_some[m_at++];
}

Result<std::unique_ptr<FiledCheckpoints>> FiledCheckpoints::open(const std::string& path)
{
    auto file =
        std::make_unique<FiledCheckpoints>(path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file->m_file.is_open()) return file;
    return failure(Failure::not_found, "audit.checkpoint_file.missing", {}, {path});
}

Result<std::optional<Checkpoint>> FiledCheckpoints::next()
{
    auto end = m_piece.find('\n', m_at);
    if (end == std::string::npos) {
        m_piece.erase(0, m_at);
        m_at = 0;
        const auto more = m_file.read_at(m_offset, piece_bytes - m_piece.size());
        m_offset += static_cast<std::int64_t>(more.size());
        m_piece += more;
        end = m_piece.find('\n');
        if (end == std::string::npos && m_piece.size() < piece_bytes) return std::nullopt;
    }
    ++m_line;
    const auto line = std::string_view(m_piece).substr(m_at, end - m_at);
    auto checkpoint = checkpoint_from_json(line);
    // In their order, as they were written: a line put in from elsewhere shows.
    if (end == std::string::npos || !checkpoint || checkpoint->seq <= m_seq) {
        return failure(Failure::invalid, "audit.checkpoint_file.malformed", {},
                       {m_path, std::to_string(m_line)});
    }
    m_at = end + 1;
    m_seq = checkpoint->seq;
    return checkpoint;
}

}  // namespace caicach::audit
