#include "notification/message.hpp"

#include <algorithm>
#include <array>

#include "base/result.hpp"

namespace caicach::notification
{
namespace
{

struct Words {
    std::string_view key{};
    std::string_view text{};
};

constexpr std::array channels{Words{"in_app", "Chuông báo"}, Words{"email", "Thư điện tử"},
                              Words{"sms", "Tin nhắn SMS"}, Words{"zalo", "Zalo"}};

constexpr std::array statuses{
    Words{"created", "Đang chờ gửi"},
    Words{"sending", "Đang gửi"},
    Words{"sent", "Đã giao cho nơi chuyển"},
    Words{"delivered", "Đã tới người nhận"},
    Words{"temporary-failure", "Thử nhiều lần chưa được"},
    Words{"permanent-failure", "Nơi nhận không nhận"},
    Words{"technical-failure", "Hệ thống không gửi được"},
    Words{"uncertain", "Không rõ đã gửi chưa"},
    Words{"cancelled", "Không gửi"},
};

template <class Enumeration>
const Words& words_of(const auto& table, Enumeration value)
{
    return table.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view key_of(Channel channel) { return words_of(channels, channel).key; }
std::string_view text_of(Channel channel) { return words_of(channels, channel).text; }

std::optional<Channel> channel_from(std::string_view key)
{
    const auto found = std::ranges::find(channels, key, &Words::key);
    if (found == channels.end()) return {};
    return static_cast<Channel>(found - channels.begin());
}

std::string_view key_of(Priority priority)
{
    return priority == Priority::single ? "single" : "bulk";
}

std::string_view key_of(Status status) { return words_of(statuses, status).key; }
std::string_view text_of(Status status) { return words_of(statuses, status).text; }

Status status_from(std::string_view key)
{
    const auto found = std::ranges::find(statuses, key, &Words::key);
    VERIFY(found != statuses.end());  // the table's CHECK admits these only
    return static_cast<Status>(found - statuses.begin());
}

}  // namespace caicach::notification
