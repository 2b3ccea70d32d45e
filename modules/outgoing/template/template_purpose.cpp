#include "outgoing/template/template_purpose.hpp"

#include <algorithm>
#include <iterator>

#include "outgoing/template/template_fields.hpp"
#include "text/collate.hpp"

namespace caicach::outgoing
{

Result<std::vector<TemplatePurpose>> template_purposes(Context& context,
                                                       database::Transaction& transaction)
{
    std::vector<TemplatePurpose> purposes;
    TRY(context.publish(transaction, TemplatePurposesAsked{&purposes}));
    std::ranges::sort(purposes, [](const TemplatePurpose& one, const TemplatePurpose& other) {
        return text::collate(one.text, other.text) < 0;
    });
    return purposes;
}

Result<document::TemplateFields> fields_for(const std::vector<TemplatePurpose>& purposes,
                                            std::string_view kind, std::string_view key)
{
    auto fields = document_fields();
    if (key.empty()) return fields;
    const auto found = std::ranges::find(purposes, key, &TemplatePurpose::key);
    if (found == purposes.end() || found->kind != kind)
        return failure(Failure::invalid, "outgoing.template.purpose", "kind");
    std::ranges::copy(found->fields, std::back_inserter(fields));
    return fields;
}

Result<std::string> purpose_of(Context& context, database::Transaction& transaction,
                               const Document& document)
{
    std::string purpose;
    TRY(context.publish(transaction, TemplateValuesAsked{document, &purpose, nullptr}));
    return purpose;
}

Result<json::Value> values_of(Context& context, database::Transaction& transaction,
                              const Document& document)
{
    std::string purpose;
    auto values = json::Value::object();
    TRY(context.publish(transaction, TemplateValuesAsked{document, &purpose, &values}));
    return values;
}

}  // namespace caicach::outgoing
