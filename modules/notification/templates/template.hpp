#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "notification/api.hpp"

/// What messages say: data with versions, `((name))` where a variable stands.
namespace caicach::notification
{

struct Template {
    std::string key{};
    Channel channel{};
    std::string purpose{};                 ///< a row of data/reference/message_purposes.csv
    std::string title{};                   ///< for administrators: "Nhắc việc sắp đến hạn"
    std::vector<std::string> variables{};  ///< that it may use, besides "tinh" and "trang"
    /// Of those, what fills Zalo's form only where the body names it: forms that were approved
    /// before there was such a variable would be refused with it.
    std::vector<std::string> if_named{};
    std::string subject{};  ///< of letters and of the bell
    std::string body{};
    bool strips_marks{};              ///< SMS without diacritics: half as many segments
    std::string provider_template{};  ///< Zalo's number of the form that it approved
    std::int64_t version{};           ///< 0: as the program brings it

    [[nodiscard]] bool has_subject() const
    {
        return channel == Channel::email || channel == Channel::in_app;
    }
    [[nodiscard]] bool knows(std::string_view variable) const;
};

/// What the program brings, in the order of keys and channels. A malformed file ends the process:
/// it is a fault of the source, and a test reads them all.
[[nodiscard]] const std::vector<Template>& shipped_templates();

/// A file of data/templates: "name: value" lines, an empty line, the body. `name` is
/// "KEY.CHANNEL". invalid "notification.template.malformed".
[[nodiscard]] Result<Template> parse_template(std::string_view name, std::string_view text);

/// The names that stand in double brackets, each once, in their order.
[[nodiscard]] std::vector<std::string> variables_in(std::string_view text);

/// Every `((name))` becomes its value; values are not looked into. invalid
/// "notification.template.variable_missing" with the name of one that has none.
[[nodiscard]] Result<std::string> fill(std::string_view text, std::span<const Variable> variables);

}  // namespace caicach::notification
