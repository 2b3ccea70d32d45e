#include "http/temporary_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

namespace caicach::http
{

Result<TemporaryFile> TemporaryFile::create(const std::string& directory)
{
    TemporaryFile file;
    auto path = directory + "/upload-XXXXXX";
    // mkostemp makes it 0600 and exclusively.
    file.m_descriptor = ::mkostemp(path.data(), O_CLOEXEC);
    if (file.m_descriptor < 0)
        return internal_failure("no temporary file in " + directory + ", errno " +
                                std::to_string(errno));
    file.m_path = std::move(path);
    return file;
}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : m_path(std::exchange(other.m_path, {})), m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

TemporaryFile& TemporaryFile::operator=(TemporaryFile&& other) noexcept
{
    if (this == &other) return *this;
    remove();
    m_path = std::exchange(other.m_path, {});
    m_descriptor = std::exchange(other.m_descriptor, -1);
    return *this;
}

TemporaryFile::~TemporaryFile() { remove(); }

// Const would be a lie: the file changes.
Result<void> TemporaryFile::append(std::string_view bytes)  // NOLINT(*-make-member-function-const)
{
    while (!bytes.empty()) {
        const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == ENOSPC)
            return failure(Failure::unavailable, "http.upload.disk_full");
        if (written <= 0)
            return internal_failure("cannot write an upload, errno " + std::to_string(errno));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

void TemporaryFile::close()
{
    if (m_descriptor >= 0) ::close(std::exchange(m_descriptor, -1));
}

void TemporaryFile::remove()
{
    close();
    if (!m_path.empty()) ::unlink(m_path.c_str());
    m_path.clear();
}

}  // namespace caicach::http
