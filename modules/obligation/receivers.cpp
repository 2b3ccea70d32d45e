#include "obligation/receivers.hpp"

#include <algorithm>
#include <array>

#include "text/text.hpp"

namespace caicach::obligation
{

/// Small letters, marks away, a blank before and behind each word.
static std::string line_of(std::string_view phrase)
{
    const auto small = text::lower(text::nfc(phrase));
    std::string line{" "};
    for (const auto word : text::words(small)) {
        line += word;
        line += ' ';
    }
    return line;
}

static bool names_receiver(const std::string& title, const std::string& agency)
{
    constexpr std::array links{" về", " gửi", " cho", " tới", " đến", " qua", " báo cáo"};
    return agency.size() > 1 && std::ranges::any_of(links, [&](const char* link) {
               return title.find(link + agency) != std::string::npos;
           });
}

bool sends_to(std::string_view title, std::string_view agency)
{
    return names_receiver(line_of(title), line_of(agency));
}

Result<bool> Receivers::has(const plan::Item& item, organisation::AgencyId agency)
{
    if (item.lineage != m_item || m_title.empty()) {
        m_item = item.lineage;
        m_title = line_of(item.title);
    }
    auto known = m_names.find(agency);
    if (known == m_names.end()) {
        const auto found = TRY(organisation::agency_by_id(m_transaction, agency, m_named_on));
        known = m_names.emplace(agency, line_of(found.name)).first;
    }
    return names_receiver(m_title, known->second);
}

}  // namespace caicach::obligation
