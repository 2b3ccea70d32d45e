#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/api.hpp"
#include "audit/checkpoint_source.hpp"
#include "database/row.hpp"

namespace caicach::audit
{

/// Follows the chain row by row beside the checkpoints that tell of it; remembers one hash.
class ChainWalker
{
public:
    /// `next` is the row to come, `hash` that of the row before it.
    ChainWalker(std::int64_t next, std::string hash) : m_next(next), m_hash(std::move(hash)) {}

    /// Before the first row. Only signatures of `public_key` count, where one is given.
    [[nodiscard]] Result<void> listen_to(std::unique_ptr<CheckpointSource> source);
    void trust(std::string public_key) { m_public_key = std::move(public_key); }

    /// Whether to go on; a row of sealed_between.sql.
    bool visit(const database::Row& row);
    /// At the end of the chain: whether some checkpoint tells of more.
    void finish();
    bool blame(std::int64_t seq, Fault fault, std::optional<Checkpoint> against = {});

    [[nodiscard]] bool is_right() const { return !m_verification.first_bad; }
    [[nodiscard]] std::int64_t next() const { return m_next; }
    [[nodiscard]] const std::string& hash() const { return m_hash; }
    [[nodiscard]] const Verification& verification() const { return m_verification; }
    /// Of a source that could not be read further.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    /// A source and the checkpoint of it that comes next.
    struct Witness {
        std::unique_ptr<CheckpointSource> source{};
        std::optional<Checkpoint> next{};
    };
    bool hear(std::int64_t seq);
    bool agrees(const Checkpoint& checkpoint);

    std::int64_t m_next;
    std::string m_hash;
    std::string m_public_key{};
    std::vector<Witness> m_witnesses{};
    Verification m_verification{};
    std::optional<Error> m_error{};
};

}  // namespace caicach::audit
