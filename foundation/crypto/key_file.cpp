#include "crypto/key_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "crypto/crypto.hpp"

namespace caicach::crypto
{

namespace
{

constexpr std::size_t key_bytes = 32;
constexpr std::size_t digits_count = 2 * key_bytes;

/// Closes what is open at the end of its scope.
class OpenFile
{
public:
    explicit OpenFile(int number) : m_number(number) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile()
    {
        if (m_number >= 0) ::close(m_number);
    }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool is_open() const { return m_number >= 0; }

private:
    int m_number;
};

tl::unexpected<Error> unusable(const std::string& path, std::string reason)
{
    return failure(Failure::unavailable, "crypto.key_file_unusable", {}, {path, std::move(reason)});
}

std::string reason_of(int code) { return std::generic_category().message(code); }

bool write_whole(int file, std::string_view text)
{
    // So short a text is written at once or not at all.
    return ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
           ::fsync(file) == 0;
}

/// Written whole before it has its name: another process sees all of it or nothing.
Result<void> make_key(const std::string& path)
{
    const auto draft = path + "." + random_token(8);
    {
        const OpenFile file(
            ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (!file.is_open()) return unusable(path, reason_of(errno));
        if (!write_whole(file.number(), hex(random_bytes(key_bytes)) + "\n"))
            return unusable(path, reason_of(errno));
    }
    // Whoever was quicker made the key of both.
    const bool is_named = ::link(draft.c_str(), path.c_str()) == 0 || errno == EEXIST;
    const int code = errno;
    ::unlink(draft.c_str());
    if (!is_named) return unusable(path, reason_of(code));
    return {};
}

}  // namespace

Result<std::string> key_of_file(const std::string& path)
{
    if (::access(path.c_str(), F_OK) != 0) TRY(make_key(path));
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) return unusable(path, reason_of(errno));
    std::string text(digits_count, '\0');
    const auto count = ::read(file.number(), text.data(), text.size());
    const auto bytes = bytes_from_hex(text);
    if (count != static_cast<ssize_t>(text.size()) || !bytes)
        return unusable(path, "not 64 hexadecimal digits");
    return *bytes;
}

}  // namespace caicach::crypto
