#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace caicach
{

/// What a child may use before it is stopped.
struct ChildLimits {
    int wall_seconds{30};
    int cpu_seconds{30};
    std::uint64_t memory_bytes{1ULL << 30U};         ///< address space
    std::uint64_t file_bytes{256ULL << 20U};         ///< each file that it writes
    std::uint64_t output_bytes{64ULL << 20U};        ///< standard output
    std::uint64_t error_output_bytes{64ULL << 10U};  ///< standard error; more is dropped
};

/// A program with its arguments, never a shell line: `arguments[0]` is looked for in the system's
/// folders only. The child sees no environment but PATH, LANG, HOME and what is named here.
struct Command {
    std::vector<std::string> arguments{};
    std::vector<std::string> environment{};  ///< "NAME=value"
    std::string working_directory{"/"};
    ChildLimits limits{};
};

struct ChildOutput {
    int exit_code{};
    std::string text{};    ///< standard output
    std::string errors{};  ///< standard error
};

/// Runs a child to its end in its own process group, with nothing on standard input. A child that
/// ends by itself is a success whatever its exit code. Fails as unavailable where the program is
/// not installed (base.process.missing), too_large beyond a limit of time or size
/// (base.process.too_slow, base.process.too_much_output), unsupported where it crashed on what it
/// was given (base.process.crashed). No child outlives the call.
[[nodiscard]] Result<ChildOutput> run_child(const Command& command);

/// A private folder under the system's temporary one; gone, with all that is in it, when this goes.
class TemporaryDirectory
{
public:
    [[nodiscard]] static Result<TemporaryDirectory> create();
    TemporaryDirectory(TemporaryDirectory&& other) noexcept;
    TemporaryDirectory& operator=(TemporaryDirectory&& other) noexcept;
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
    ~TemporaryDirectory();

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] std::string file(std::string_view name) const;

private:
    explicit TemporaryDirectory(std::string path) : m_path(std::move(path)) {}

    std::string m_path{};
};

}  // namespace caicach
