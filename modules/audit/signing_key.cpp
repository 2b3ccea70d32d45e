#include "audit/signing_key.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "audit/api.hpp"
#include "audit/descriptor.hpp"
#include "crypto/crypto.hpp"

namespace caicach::audit
{

namespace
{

constexpr std::size_t digits_count = 64;

tl::unexpected<Error> unusable(const std::string& path, std::string_view reason)
{
    return failure(Failure::unavailable, "audit.key.unusable", {}, {path, std::string(reason)});
}

/// Written whole before it has its name: another process sees all of it or nothing.
Result<void> make_key(const std::string& path)
{
    const auto draft = path + "." + crypto::random_token(8);
    {
        const Descriptor file(
            ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (!file.is_open()) return unusable(path, std::generic_category().message(errno));
        const auto digits = crypto::hex(crypto::SigningKey::generate().seed()) + "\n";
        if (!file.write_all(digits) || !file.sync())
            return unusable(path, std::generic_category().message(errno));
    }
    // Whoever was quicker made the key of both.
    const bool is_named = ::link(draft.c_str(), path.c_str()) == 0 || errno == EEXIST;
    const int reason = errno;
    ::unlink(draft.c_str());
    if (!is_named) return unusable(path, std::generic_category().message(reason));
    return {};
}

}  // namespace

Result<crypto::SigningKey> signing_key(const std::string& data_folder)
{
    const auto path = data_folder + "/audit.key";
    if (::access(path.c_str(), F_OK) != 0) TRY(make_key(path));
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) return unusable(path, std::generic_category().message(errno));
    const auto text = file.read_at(0, digits_count);
    const auto seed = crypto::bytes_from_hex(text);
    auto key = seed ? crypto::SigningKey::from_seed(*seed) : std::nullopt;
    if (!key) return unusable(path, "not 64 hexadecimal digits");
    return std::move(*key);
}

Result<std::string> public_key(const std::string& data_folder)
{
    const auto key = TRY(signing_key(data_folder));
    const auto& bytes = key.public_key();
    return crypto::hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}  // namespace caicach::audit
