#include "audit/descriptor.hpp"

#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace caicach::audit
{

Descriptor::~Descriptor()
{
    if (is_open()) ::close(m_number);
}

std::int64_t Descriptor::size() const
{
    struct stat status = {};
    return ::fstat(m_number, &status) == 0 ? status.st_size : 0;
}

std::string Descriptor::read_at(std::int64_t offset, std::size_t count) const
{
    std::string bytes(count, '\0');
    std::size_t got = 0;
    while (got < count) {
        const auto read =
            ::pread(m_number, bytes.data() + got, count - got, offset + static_cast<off_t>(got));
        if (read < 0 && errno == EINTR) continue;
        if (read <= 0) break;
        got += static_cast<std::size_t>(read);
    }
    bytes.resize(got);
    return bytes;
}

bool Descriptor::write_all(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const auto written = ::write(m_number, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool Descriptor::cut_to(std::int64_t size) const { return ::ftruncate(m_number, size) == 0; }

bool Descriptor::sync() const { return ::fsync(m_number) == 0; }

bool Descriptor::lock() const { return ::flock(m_number, LOCK_EX) == 0; }

}  // namespace caicach::audit
