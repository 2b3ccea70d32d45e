#include "channel/subscription/consent.hpp"

#include <charconv>
#include <utility>

#include "channel/reference_data.hpp"
#include "manifest/row_days.hpp"
#include "text/table.hpp"

namespace caicach::channel
{
namespace
{

Result<ConsentWording> wording_in(const text::Table& table, const text::Table::Row& row)
{
    ConsentWording wording;
    const auto typed = table.at(row, "wording");
    const auto [end, error] =
        std::from_chars(typed.data(), typed.data() + typed.size(), wording.number);
    if (error != std::errc{} || end != typed.data() + typed.size() || wording.number < 1)
        return text::malformed_field(row.line, "wording", typed);
    wording.text = TRY(text::required_text(table, row, "text"));
    return wording;
}

Result<void> check_consents(const text::Table& table)
{
    TRY(check_rows<ConsentWording>(table, wording_in));
    return {};
}

constexpr text::ReferenceFile consents_file{"newsletter_consents.csv",
                                            reference_data::newsletter_consents, check_consents};

}  // namespace

text::ReferenceFile consents_table() { return consents_file; }

Result<ConsentWording> consent_on(Date day)
{
    auto wordings = TRY(rows_on<ConsentWording>(consents_file, day, wording_in));
    if (wordings.empty()) return failure(Failure::internal, "channel.subscription.no_wording");
    return std::move(wordings.back());
}

}  // namespace caicach::channel
