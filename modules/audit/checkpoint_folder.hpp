#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "audit/api.hpp"
#include "audit/descriptor.hpp"

namespace caicach::audit
{

/// The file of checkpoints in a folder that somebody else keeps. Lines are only added, and each is
/// on its disk when `append` returns.
class CheckpointFolder
{
public:
    /// Makes the file, never the folder: an unmounted share is not to be filled in its place.
    /// Waits for other processes. unavailable "audit.checkpoint_folder.unusable".
    [[nodiscard]] static Result<std::unique_ptr<CheckpointFolder>> open(const std::string& folder);
    CheckpointFolder(std::string path, int number) : m_path(std::move(path)), m_file(number) {}

    [[nodiscard]] const std::string& path() const { return m_path; }
    /// The last one it has. Cuts off half a line that a loss of power has left.
    [[nodiscard]] Result<std::optional<Checkpoint>> last();
    [[nodiscard]] Result<void> append(std::span<const Checkpoint> checkpoints);

private:
    std::string m_path;
    Descriptor m_file;
};

}  // namespace caicach::audit
