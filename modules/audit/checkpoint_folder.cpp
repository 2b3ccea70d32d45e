#include "audit/checkpoint_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "audit/checkpoint.hpp"
#include "audit/limits.hpp"

namespace caicach::audit
{

namespace
{

constexpr const char* file_name = "/caicach-audit-checkpoints.jsonl";

tl::unexpected<Error> unusable(const std::string& path)
{
    return failure(Failure::unavailable, "audit.checkpoint_folder.unusable", {},
                   {path, std::generic_category().message(errno)});
}

}  // namespace

std::string checkpoint_file_of(const std::string& folder)
{
    const auto path = folder + file_name;
    struct stat status = {};
    return !folder.empty() && ::stat(path.c_str(), &status) == 0 ? path : std::string{};
}

Result<std::unique_ptr<CheckpointFolder>> CheckpointFolder::open(const std::string& folder)
{
    constexpr int flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC;
    auto path = folder + file_name;
    auto opened = std::make_unique<CheckpointFolder>(
        path, ::open(path.c_str(), flags, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH));
    if (!opened->m_file.is_open() || !opened->m_file.lock()) return unusable(path);
    return opened;
}

Result<std::optional<Checkpoint>> CheckpointFolder::last()
{
    const auto size = m_file.size();
    const auto tail_size = std::min<std::int64_t>(size, 2 * limits::checkpoint_line_max);
    const auto tail = m_file.read_at(size - tail_size, static_cast<std::size_t>(tail_size));
    const auto end = tail.rfind('\n');
    const auto whole = end == std::string::npos ? 0 : end + 1;
    if (whole < tail.size() &&
        !m_file.cut_to(size - static_cast<std::int64_t>(tail.size() - whole)))
        return unusable(m_path);
    if (whole == 0) return std::nullopt;
    const auto before = end == 0 ? std::string::npos : tail.rfind('\n', end - 1);
    const auto begin = before == std::string::npos ? 0 : before + 1;
    auto checkpoint = checkpoint_from_json(std::string_view(tail).substr(begin, end - begin));
    if (checkpoint) return checkpoint;
    return failure(Failure::invalid, "audit.checkpoint_file.malformed", {}, {m_path, "cuối"});
}

Result<void> CheckpointFolder::append(std::span<const Checkpoint> checkpoints)
{
    std::string lines;
    for (const auto& checkpoint : checkpoints) lines += json_of(checkpoint) + "\n";
    if (!m_file.write_all(lines) || !m_file.sync()) return unusable(m_path);
    return {};
}

}  // namespace caicach::audit
