#include "channel/screen/screen.hpp"

#include "base/result.hpp"
#include "channel/screen/limits.hpp"
#include "crypto/crypto.hpp"
#include "crypto/public_code.hpp"

namespace caicach::channel
{

ScreenHealth health_of(const Screen& screen, Instant now)
{
    const bool is_waited_for = screen.pairing_until && now < *screen.pairing_until;
    if (screen.token_hash.empty())
        return is_waited_for ? ScreenHealth::waiting : ScreenHealth::unpaired;
    const auto last = screen.seen_at.value_or(screen.paired_at.value_or(Instant{}));
    if (last + screen_limits::silent_seconds < now) return ScreenHealth::silent;
    return screen.fault.empty() ? ScreenHealth::playing : ScreenHealth::refusing;
}

std::string_view text_of(ScreenHealth health)
{
    switch (health) {
        case ScreenHealth::unpaired:
            return "Chưa ghép";
        case ScreenHealth::waiting:
            return "Đang chờ màn hình";
        case ScreenHealth::playing:
            return "Đang chiếu";
        case ScreenHealth::refusing:
            return "Không nhận chương trình mới";
        case ScreenHealth::silent:
            return "Mất liên lạc";
    }
    VERIFY(false);
}

std::string pairing_code_of(std::string_view token_hash)
{
    constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    constexpr std::size_t length = 10;
    const auto bytes = crypto::bytes_from_hex(token_hash).value_or(std::string(length, '\0'));
    VERIFY(bytes.size() >= length);
    std::string code;
    for (std::size_t i = 0; i < length; ++i)
        code += letters[static_cast<unsigned char>(bytes[i]) % letters.size()];
    for (const char check : letters)
        if (auto whole = crypto::parse_public_code(code + check)) return *whole;
    VERIFY(false);  // one of them checks
}

}  // namespace caicach::channel
