#include "plan/reading.hpp"

#include "plan/test/both_databases.hpp"

namespace caicach::plan
{
namespace
{

using Part = AgencyName::Part;
using Names = std::vector<std::string>;

AgencyName agency_name(std::string name, Part part = Part::unsaid)
{
    return {.name = std::move(name), .known = true, .part = part};
}

Names texts(const std::vector<Mention>& mentions)
{
    Names names;
    for (const auto& mention : mentions) names.push_back(mention.text);
    return names;
}

/// The item as it is kept.
Item kept(Context& context, ImportedItem read)
{
    const auto edition = sample_draft(context);
    Reading reading;
    reading.plan.items = {std::move(read)};
    auto transaction = MUST(context.begin());
    auto stored = MUST(EditionStore{transaction}.find(edition.id));
    REQUIRE(save_reading(context, transaction, stored, reading));
    REQUIRE(transaction.commit());
    return items_of(context, edition).at(0);
}

}  // namespace

TEST_CASE("who carries out stands beside who answers for it; who directs, beside who watches")
{
    on_both([](Room&, Context& context) {
        ImportedItem read{.title = "Mở lớp bồi dưỡng"};
        read.lead = {agency_name("Sở Nội vụ"), agency_name("Sở Y tế", Part::performs)};
        read.oversee = {agency_name("Sở Tư pháp", Part::directs), agency_name("Sở Tài chính")};
        const auto item = kept(context, read);
        CHECK(texts(item.lead) == Names{"Sở Nội vụ"});
        CHECK(texts(item.perform) == Names{"Sở Y tế"});
        CHECK(texts(item.direct) == Names{"Sở Tư pháp"});
        CHECK(texts(item.oversee) == Names{"Sở Tài chính"});
    });
}

TEST_CASE("those who carry out alone are in charge")
{
    on_both([](Room&, Context& context) {
        ImportedItem read{.title = "Mở chuyên mục"};
        read.lead = {agency_name("Sở Y tế", Part::performs)};
        const auto item = kept(context, read);
        CHECK(texts(item.lead) == Names{"Sở Y tế"});
        CHECK(item.perform.empty());
    });
}

}  // namespace caicach::plan
