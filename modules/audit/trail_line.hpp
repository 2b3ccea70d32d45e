#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/api.hpp"

namespace caicach::audit
{

/// One line of the trail in words.
struct TrailLine {
    std::int64_t seq{};
    std::string time{};          ///< "15/03/2026 09:00:05", in Vietnam
    std::string person{};        ///< of a system account with the operating-system user
    std::string name{};          ///< to filter by
    std::string on_behalf_of{};  ///< whose delegated roles were used; empty: the person's own
    std::string address{};       ///< asked from; empty for jobs and commands
    std::string session{};       ///< its handle
    std::string agency{};
    std::string agency_slug{};
    std::string action{};  ///< "đưa kế hoạch vào thực hiện"
    std::string detail{};  ///< for words_of_detail: "vai trò: Quản trị; phạm vi: Sở Y tế"
    std::string kind{};    ///< "kế hoạch"
    std::string title{};   ///< of the object, where it has a page
    std::string path{};
};

/// Puts lines into words. Asks for each agency and each object once.
class TrailWords
{
public:
    TrailWords(const Services& services, database::Transaction& transaction)
        : m_services(services), m_transaction(transaction)
    {
    }
    [[nodiscard]] Result<TrailLine> line_of(const Entry& entry);

private:
    struct Agency {
        std::string name{};
        std::string slug{};
    };
    [[nodiscard]] Result<Agency> agency_of(const Entry& entry);
    [[nodiscard]] Result<std::optional<AuditedPage>> page_of(const Entry& entry);

    const Services& m_services;
    database::Transaction& m_transaction;
    std::map<std::int64_t, Agency> m_agencies{};
    std::map<std::pair<std::string, std::int64_t>, std::optional<AuditedPage>> m_pages{};
};

/// "đưa kế hoạch vào thực hiện"; the key itself where no module put it into words.
[[nodiscard]] std::string_view words_of_action(const Services& services, std::string_view action);
/// The actions that are looking at a person's data.
[[nodiscard]] std::vector<std::string_view> reading_actions(const Services& services);
[[nodiscard]] std::string_view words_of_kind(const Services& services,
                                             std::string_view object_type);

}  // namespace caicach::audit
