#include "audit/chain_walker.hpp"

#include <utility>

#include "audit/checkpoint.hpp"
#include "audit/entry.hpp"
#include "crypto/crypto.hpp"

namespace caicach::audit
{

namespace
{

std::string hash_of_row(const database::Row& row, std::int64_t seq)
{
    const auto number = std::to_string(seq);
    const auto bytes = canonical_bytes(
        SealedFields{number, row.text("at"), row.text("actor_account"), row.text("actor_name"),
                     row.text("acting_agency"), row.text("operating_system_user"),
                     row.text("request_id"), row.text("action"), row.text("object_type"),
                     row.text("object_id"), row.text("detail")},
        SealedLater{row.text("on_behalf_of"), row.text("on_behalf_of_name"), row.text("address"),
                    row.text("session")});
    return crypto::sha256_hex(row.string("previous_hash") + bytes);
}

}  // namespace

Result<void> ChainWalker::listen_to(std::unique_ptr<CheckpointSource> source)
{
    auto first = TRY(source->next());
    m_witnesses.push_back({.source = std::move(source), .next = std::move(first)});
    return {};
}

bool ChainWalker::visit(const database::Row& row)
{
    const auto seq = row.integer("seq");
    auto hash = row.string("hash");
    if (seq != m_next) return blame(m_next, Fault::missing);
    if (hash_of_row(row, seq) != hash) return blame(seq, Fault::changed);
    if (row.text("previous_hash") != m_hash) return blame(seq, Fault::unlinked);
    m_hash = std::move(hash);
    if (!hear(seq)) return false;
    ++m_next;
    ++m_verification.rows;
    return true;
}

bool ChainWalker::hear(std::int64_t seq)
{
    for (auto& witness : m_witnesses) {
        if (!witness.next || witness.next->seq != seq) continue;
        if (!agrees(*witness.next)) return false;
        ++m_verification.checkpoints;
        auto next = witness.source->next();
        if (!next) {
            m_error = std::move(next).error();
            return false;
        }
        witness.next = std::move(*next);
    }
    return true;
}

bool ChainWalker::agrees(const Checkpoint& checkpoint)
{
    const bool is_trusted = m_public_key.empty() || checkpoint.public_key == m_public_key;
    if (!is_trusted || !is_signed(checkpoint))
        return blame(checkpoint.seq, Fault::badly_signed, checkpoint);
    if (checkpoint.hash != m_hash) return blame(checkpoint.seq, Fault::rewritten, checkpoint);
    return true;
}

void ChainWalker::finish()
{
    for (const auto& witness : m_witnesses) {
        if (!witness.next || !is_right()) continue;
        blame(m_next, Fault::truncated, witness.next);
    }
}

bool ChainWalker::blame(std::int64_t seq, Fault fault, std::optional<Checkpoint> against)
{
    m_verification.first_bad = BadRow{.seq = seq, .fault = fault, .against = std::move(against)};
    return false;
}

}  // namespace caicach::audit
