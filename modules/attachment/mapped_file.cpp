#include "attachment/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <utility>

#include "attachment/descriptor.hpp"

namespace caicach::attachment
{

Result<MappedFile> MappedFile::open(const std::string& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) return failure(Failure::not_found, "attachment.file_missing");
    struct stat status{};
    if (::fstat(file.number(), &status) != 0) return internal_failure("stat " + path);
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0) return MappedFile(std::string_view());
    auto* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (start == MAP_FAILED) return internal_failure("map " + path);
    return MappedFile({static_cast<const char*>(start), size});
}

MappedFile::MappedFile(MappedFile&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty()) ::munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
}

}  // namespace caicach::attachment
