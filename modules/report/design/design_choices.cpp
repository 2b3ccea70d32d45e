#include "report/design/design_choices.hpp"

#include "organisation/api.hpp"
#include "report/form/form_sources.hpp"
#include "report/period/reporting_period.hpp"

namespace caicach::report
{

const std::vector<DesignChoice>& DesignChoices::of(Known known) const
{
    switch (known) {
        case Known::figures:
            return figures;
        case Known::told_tables:
            return told_tables;
        case Known::indicators:
            return indicators;
        case Known::cut_offs:
            return cut_offs;
        case Known::reporters:
        case Known::nothing:
            break;
    }
    return reporters;
}

Result<DesignChoices> choices_for(Context& context, database::Transaction& transaction,
                                  const Definition& definition)
{
    DesignChoices choices;
    const auto sources = TRY(form_sources(context, transaction));
    for (const auto& [key, figure] : sources.figures)
        choices.figures.emplace_back(key, figure.text + " (" + key + ")");
    for (const auto& table : sources.tables)
        choices.told_tables.emplace_back(table.key, table.text);
    for (const auto* one : indicators_of(definition))
        choices.indicators.emplace_back(one->key, one->text);
    const auto cut_offs = TRY(cut_offs_on(context.today()));
    for (const auto& one : cut_offs)
        choices.cut_offs.emplace_back(one.key, "Từ ngày " + std::to_string(one.first_day) +
                                                   " của tháng trước (" + one.key + ")");
    const auto groups = TRY(organisation::groups(transaction));
    for (const auto& one : groups)
        if (!one.is_open) choices.reporters.emplace_back(one.key, one.name);
    const auto agencies = TRY(organisation::agencies_on(transaction, context.today()));
    for (const auto& one : agencies) choices.reporters.emplace_back(one.code, one.name);
    return choices;
}

}  // namespace caicach::report
