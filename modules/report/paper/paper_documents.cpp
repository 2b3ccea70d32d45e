#include "report/paper/paper_documents.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "attachment/api.hpp"
#include "base/file.hpp"
#include "report/form/form_cache.hpp"
#include "report/form/form_store.hpp"
#include "report/limits.hpp"
#include "report/paper/package_files.hpp"
#include "report/paper/paper_reading.hpp"
#include "report/paper/report_table.hpp"
#include "report/paper/report_values.hpp"
#include "report/paper/sent_report.hpp"
#include "report/paths.hpp"
#include "report/report_access.hpp"
#include "report/report_store.hpp"

namespace caicach::report
{
namespace
{

using outgoing::DocumentState;

/// One that still stands for the report, or may.
bool stands(const outgoing::Document& document)
{
    return document.state != DocumentState::replaced && document.state != DocumentState::withdrawn;
}

Result<outgoing::NewDocument> wanted_document(Context& context, database::Transaction& transaction,
                                              const Report& report, const Submission& submission)
{
    const auto filled = TRY(sent_report(transaction, report, submission));
    const auto names = TRY(names_of(context, transaction, report));
    outgoing::NewDocument wanted{.agency = report.agency,
                                 .content = report_paper(filled, names),
                                 .source_module = std::string(paper_source),
                                 .source_object = submission.id.value};
    wanted.kind = TRY(outgoing::kind_of_mark(filled.definition->document_kind, context.today()));
    return wanted;
}

/// Of templates, in the module of documents: "report.par_quarter".
std::string purpose_of(const Definition& form)
{
    return std::string(paper_source) + "." + form.key;
}

/// ".pdf" of "Kế hoạch.pdf"; names in packages are plain.
std::string part_name(std::size_t number, const std::string& name)
{
    const auto ending = std::filesystem::path(name).extension().string();
    return "tep-" + std::to_string(number) + ending;
}

/// Volume by volume; a file whose bytes are gone takes no room, and is missed when it is read.
std::vector<std::vector<std::size_t>> file_volumes(const Context& context, const Filled& filled)
{
    std::vector<std::uint64_t> sizes;
    sizes.reserve(filled.files.size());
    for (const auto& file : filled.files) {
        const auto path = attachment::open_path(context, file.sha256);
        std::error_code gone;
        const auto bytes = path ? std::filesystem::file_size(*path, gone) : 0;
        sizes.push_back(gone ? 0 : bytes);
    }
    return volumes_of(sizes, limits::package_files_bytes_max);
}

}  // namespace

Result<std::vector<outgoing::Document>> documents_of(database::Transaction& transaction,
                                                     const std::vector<Submission>& sent)
{
    std::vector<outgoing::Document> all;
    for (const auto& one : sent) {
        auto found = TRY(outgoing::documents_of(transaction, paper_source, one.id.value));
        std::ranges::move(found, std::back_inserter(all));
    }
    std::ranges::sort(all, std::ranges::greater{}, &outgoing::Document::id);
    return all;
}

Result<outgoing::Document> make_document(Context& context, database::Transaction& transaction,
                                         const Report& report,
                                         std::optional<identity::SignerId> signer)
{
    TRY(outgoing::require_writing(context, report.agency));
    const auto form = TRY(form_content(transaction, report.version_of_form));
    TRY(after(report, Act::issue, form->flow, context.today()));
    SubmissionStore submissions{transaction};
    const auto sent = TRY(submissions.of_report(report.id));
    const auto current = std::ranges::find(sent, report.current, &Submission::id);
    if (current == sent.end()) return failure(Failure::conflict, "report.flow.not_now");
    auto wanted = TRY(wanted_document(context, transaction, report, *current));
    wanted.signer = signer;
    const auto before = TRY(documents_of(transaction, sent));
    const auto standing = std::ranges::find_if(before, stands);
    if (standing == before.end()) return outgoing::draft_document(context, transaction, wanted);
    if (standing->state != DocumentState::draft)
        return failure(Failure::conflict, "report.paper.numbered", {},
                       {outgoing::number_of(*standing)});
    return outgoing::renew_content(context, transaction, *standing, wanted);
}

Result<void> tell_template_purposes(Context& context, database::Transaction& transaction,
                                    const outgoing::TemplatePurposesAsked& asked)
{
    FormStore forms{transaction};
    const auto standing = TRY(forms.standing());
    for (const auto& version : standing) {
        if (version.state != VersionState::in_force) continue;
        const auto form = TRY(form_content(transaction, version));
        const auto kind = outgoing::kind_of_mark(form->document_kind, context.today());
        if (!kind) continue;  // letters that stand for no kind: its documents cannot be made
        asked.purposes->push_back({.key = purpose_of(*form),
                                   .text = form->title,
                                   .kind = *kind,
                                   .fields = report_fields(*form)});
    }
    return {};
}

Result<void> tell_template_values(Context& /*context*/, database::Transaction& transaction,
                                  const outgoing::TemplateValuesAsked& asked)
{
    if (asked.document.source_module != paper_source) return {};
    const auto sent =
        TRY(SubmissionStore{transaction}.find(SubmissionId{asked.document.source_object}));
    const auto form = TRY(form_content(transaction, sent.version_of_form));
    *asked.purpose = purpose_of(*form);
    if (asked.values == nullptr) return {};
    const auto report = TRY(ReportStore{transaction}.find(sent.report));
    const auto filled = TRY(sent_report(transaction, report, sent));
    *asked.values = report_values(filled);
    return {};
}

Result<void> tell_source_link(Context& context, database::Transaction& transaction,
                              const outgoing::SourceLinkAsked& asked)
{
    if (asked.document.source_module != paper_source) return {};
    const auto sent =
        TRY(SubmissionStore{transaction}.find(SubmissionId{asked.document.source_object}));
    ReportStore reports{transaction};
    const auto report = TRY(reports.find(sent.report));
    // Who was only sent the document reads that, and nothing of what stands behind it.
    if (!require_sight(context, report)) return {};
    const auto period = TRY(reports.period(report.period));
    const auto form = TRY(form_content(transaction, sent.version_of_form));
    *asked.link = outgoing::SourceLink{
        .text = form->title + ", " + period.title + ", lần gửi " + std::to_string(sent.number),
        .path = report_path(report.code)};
    return {};
}

Result<void> add_package_parts(Context& context, database::Transaction& transaction,
                               const outgoing::PackagePartsAsked& asked)
{
    if (asked.document.source_module != paper_source) return {};
    SubmissionStore submissions{transaction};
    const auto sent = TRY(submissions.find(SubmissionId{asked.document.source_object}));
    const auto report = TRY(ReportStore{transaction}.find(sent.report));
    const auto filled = TRY(sent_report(transaction, report, sent));
    if (asked.volume == 1) {
        auto content = TRY(submissions.content(sent.id));
        asked.parts->push_back({"bao-cao.json", std::move(content)});
        auto sheet = TRY(report_xlsx(filled, context.services().data_folder));
        asked.parts->push_back({"bao-cao.xlsx", std::move(sheet)});
    }
    const auto volumes = file_volumes(context, filled);
    const auto volume = static_cast<std::size_t>(asked.volume - 1);
    if (volume >= volumes.size()) return {};
    for (const auto at : volumes[volume]) {
        const auto& file = filled.files[at];
        const auto path = TRY(attachment::open_path(context, file.sha256));
        auto read = TRY(read_file(path));
        asked.parts->push_back({part_name(at + 1, file.name), std::move(read)});
    }
    return {};
}

Result<void> tell_package_volumes(Context& context, database::Transaction& transaction,
                                  const outgoing::PackageVolumesAsked& asked)
{
    if (asked.document.source_module != paper_source) return {};
    const auto sent =
        TRY(SubmissionStore{transaction}.find(SubmissionId{asked.document.source_object}));
    const auto report = TRY(ReportStore{transaction}.find(sent.report));
    const auto filled = TRY(sent_report(transaction, report, sent));
    const auto volumes = file_volumes(context, filled);
    for (std::size_t volume = 1; volume < volumes.size(); ++volume) {
        auto& names = asked.volumes->emplace_back();
        for (const auto at : volumes[volume]) names.push_back(filled.files[at].name);
    }
    return {};
}

}  // namespace caicach::report
