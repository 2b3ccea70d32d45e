#pragma once
#include <memory>
#include <optional>
#include <string>

#include "audit/api.hpp"
#include "audit/descriptor.hpp"

namespace caicach::audit
{

/// Checkpoints in the order of their rows, one by one, in constant memory.
class CheckpointSource
{
public:
    virtual ~CheckpointSource() = default;
    /// Nothing after the last.
    [[nodiscard]] virtual Result<std::optional<Checkpoint>> next() = 0;
};

/// Those beside the chain.
class StoredCheckpoints final : public CheckpointSource
{
public:
    explicit StoredCheckpoints(database::Transaction& transaction) : m_transaction(transaction) {}
    [[nodiscard]] Result<std::optional<Checkpoint>> next() override;

private:
    database::Transaction& m_transaction;
    std::vector<Checkpoint> m_some{};
    std::size_t m_at{};
    std::int64_t m_after{};
};

/// Those of a file that was kept elsewhere. A last line without its end, as a loss of power leaves
/// it, is passed over.
class FiledCheckpoints final : public CheckpointSource
{
public:
    /// not_found "audit.checkpoint_file.missing".
    [[nodiscard]] static Result<std::unique_ptr<FiledCheckpoints>> open(const std::string& path);
    FiledCheckpoints(std::string path, int number) : m_path(std::move(path)), m_file(number) {}
    /// invalid "audit.checkpoint_file.malformed".
    [[nodiscard]] Result<std::optional<Checkpoint>> next() override;

private:
    std::string m_path;
    Descriptor m_file;
    std::string m_piece{};
    std::int64_t m_offset{};  ///< in the file, of what follows m_piece
    std::size_t m_at{};       ///< in m_piece
    std::int64_t m_line{};
    std::int64_t m_seq{};
};

[[nodiscard]] Result<std::vector<Checkpoint>> checkpoints_after(database::Transaction& transaction,
                                                                std::int64_t seq, int count);

}  // namespace caicach::audit
