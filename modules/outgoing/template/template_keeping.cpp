#include "outgoing/template/template_keeping.hpp"

#include <cstdint>
#include <iterator>
#include <utility>

#include "base/file.hpp"
#include "crypto/public_code.hpp"
#include "document/limits.hpp"
#include "http/upload.hpp"
#include "manifest/change_detail.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/number/document_kind.hpp"
#include "outgoing/template/template_fields.hpp"

namespace caicach::outgoing
{
namespace
{

constexpr std::string_view object_type = "outgoing.template";

const attachment::AttachmentUse& template_use()
{
    static const attachment::AttachmentUse use{
        .key = "outgoing.template",
        .kinds = {attachment::FileKind::docx},
        .bytes_max = static_cast<std::int64_t>(document::limits::template_bytes_max)};
    return use;
}

Result<void> move_to(Context& context, database::Transaction& transaction, Template moved,
                     TemplateState state, std::string_view action)
{
    moved.state = state;
    TRY(TemplateStore{transaction}.move(moved));
    return context.record(transaction, action, object_type, moved.id.value,
                          beginning_detail(json::Value::object()
                                               .set("kind", moved.kind)
                                               .set("number", std::to_string(moved.number))));
}

tl::unexpected<Error> not_now(TemplateState state)
{
    return failure(Failure::conflict, "outgoing.template.not_now", {},
                   {std::string(text_of(state))});
}

}  // namespace

Result<ReadTemplate> read_brought(Context& context, const http::UploadedFile& file,
                                  const document::TemplateFields& known)
{
    const auto bytes = TRY(http::bytes_of(file));
    const auto form = TRY(document::read_template(bytes));
    ReadTemplate read{.faults = document::faults_of(form, known)};
    if (read.faults.empty())
        read.kept = TRY(attachment::keep(context, attachment::file_of(file), template_use()));
    return read;
}

Result<Template> add_template(Context& context, database::Transaction& transaction,
                              const NewTemplate& wanted, const attachment::KeptFile& kept)
{
    TRY(document_kind(wanted.kind, context.today()));
    TemplateStore templates{transaction};
    const auto there = TRY(templates.of_agency(wanted.agency));
    if (std::ssize(there) >= limits::templates_max)
        return failure(Failure::too_large, "outgoing.template.too_many", "file",
                       {std::to_string(limits::templates_max)});
    Template added{.id = make_id<TemplateId>(),
                   .code = crypto::make_public_code(),
                   .agency = wanted.agency,
                   .kind = wanted.kind,
                   .purpose = wanted.purpose,
                   .name = wanted.name,
                   .made_at = context.now()};
    const auto file = TRY(attachment::add(context, transaction, kept, added.id.value));
    added.file = file.id;
    TRY(templates.insert(added));
    TRY(context.record(
        transaction, "outgoing.template.added", object_type, added.id.value,
        beginning_detail(
            json::Value::object().set("kind", added.kind).set("sha256", kept.sha256))));
    return added;
}

Result<void> put_to_use(Context& context, database::Transaction& transaction,
                        const Template& chosen)
{
    if (chosen.state == TemplateState::in_use) return not_now(chosen.state);
    const auto used =
        TRY(TemplateStore{transaction}.in_use(chosen.agency, chosen.kind, chosen.purpose));
    if (used && used->purpose == chosen.purpose) TRY(end_template(context, transaction, *used));
    return move_to(context, transaction, chosen, TemplateState::in_use, "outgoing.template.used");
}

Result<void> end_template(Context& context, database::Transaction& transaction,
                          const Template& ended)
{
    if (ended.state != TemplateState::in_use) return not_now(ended.state);
    return move_to(context, transaction, ended, TemplateState::ended, "outgoing.template.ended");
}

Result<std::string> template_bytes(const Context& context, database::Transaction& transaction,
                                   const Template& one)
{
    const auto file = TRY(attachment::find(transaction, one.file));
    const auto path = TRY(attachment::open_path(context, file.sha256));
    return read_file(path);
}

Result<std::string> filled_with(const std::string& docx, const document::OfficialDocument& printed,
                                const json::Value& others)
{
    const auto form = TRY(document::read_template(docx));
    auto values = template_values(printed);
    for (const auto& [name, value] : others.members())
        if (!values.has(name)) values.set(name, value);
    return document::fill_template(form, values);
}

}  // namespace caicach::outgoing
