#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "base/process.hpp"

namespace caicach
{

Result<TemporaryDirectory> TemporaryDirectory::create()
{
    std::error_code error;
    const auto parent = std::filesystem::temp_directory_path(error);
    auto path = (error ? std::string{"/tmp"} : parent.string()) + "/caicach-XXXXXX";
    if (::mkdtemp(path.data()) == nullptr) {
        return internal_failure("no temporary folder could be made at " + path);
    }
    return TemporaryDirectory{std::move(path)};
}

TemporaryDirectory::TemporaryDirectory(TemporaryDirectory&& other) noexcept
    : m_path(std::exchange(other.m_path, {}))
{
}

TemporaryDirectory& TemporaryDirectory::operator=(TemporaryDirectory&& other) noexcept
{
    std::swap(m_path, other.m_path);
    return *this;
}

TemporaryDirectory::~TemporaryDirectory()
{
    std::error_code ignored;
    if (!m_path.empty()) std::filesystem::remove_all(m_path, ignored);
}

std::string TemporaryDirectory::file(std::string_view name) const
{
    return m_path + "/" + std::string{name};
}

}  // namespace caicach
