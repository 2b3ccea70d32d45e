#include "document/pdf_verification.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "calendar/date.hpp"
#include "calendar/moment.hpp"
#include "document/pdf_changes.hpp"
#include "document/pdf_fields.hpp"
#include "document/pdf_signature.hpp"

namespace caicach::document
{

namespace
{

int number_at(std::string_view digits, std::size_t at, std::size_t count)
{
    int number = 0;
    for (const char digit : digits.substr(at, count)) {
        if (digit < '0' || digit > '9') return -1;
        number = number * 10 + (digit - '0');
    }
    return number;
}

/// "D:20260105093000+07'00'"; without a zone: as a clock in Vietnam shows it.
std::optional<Instant> moment_of(std::string_view text)
{
    if (!text.starts_with("D:") || text.size() < 16) return std::nullopt;
    text.remove_prefix(2);
    const auto day =
        Date::create(number_at(text, 0, 4), number_at(text, 4, 2), number_at(text, 6, 2));
    const int hour = number_at(text, 8, 2);
    const int minute = number_at(text, 10, 2);
    const int second = number_at(text, 12, 2);
    if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
        return std::nullopt;
    int zone = 7 * 60;
    const auto said = text.substr(14);
    if (said.starts_with('Z')) zone = 0;
    if (said.size() >= 6 && (said.starts_with('+') || said.starts_with('-'))) {
        const int hours = number_at(said, 1, 2);
        const int minutes = number_at(said, 4, 2);
        if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return std::nullopt;
        zone = (said.front() == '-' ? -1 : 1) * (hours * 60 + minutes);
    }
    return instant_at(*day, hour * 60 + minute) + (second + (7 * 60 - zone) * 60);
}

/// How far signatures reach: each update is looked at once.
class Covers
{
public:
    explicit Covers(const PdfFile& file) : m_file(file) {}

    Result<SignatureCover> of(std::size_t revision)
    {
        const auto count = m_file.revisions().size();
        if (revision + 1 == count) return SignatureCover::whole_file;
        if (!m_signed_from) m_signed_from = TRY(look());
        return revision + 1 >= m_signed_from.value_or(count) ? SignatureCover::signatures_after
                                                             : SignatureCover::changed_after;
    }

private:
    Result<std::size_t> look()
    {
        auto from = m_file.revisions().size();
        while (from > 1) {
            const bool is_kept = TRY(only_signs(m_file, from - 1));
            if (!is_kept) break;
            --from;
        }
        return from;
    }

    const PdfFile& m_file;
    std::optional<std::size_t> m_signed_from{};  ///< from here on nothing but signatures came
};

Result<SignatureVerdict> verdict_of(const PdfFile& file, const PdfSignatureField& field,
                                    std::optional<std::size_t> revision, Covers& covers,
                                    const SignatureCheck& check)
{
    SignatureVerdict verdict{.field = field.name};
    const auto text_at = [&](const char* key) -> std::string {
        const auto* value = entry_of(field.entries, key);
        if (value == nullptr) return {};
        if (const auto* name = std::get_if<PdfName>(&value->content)) return name->text;
        const auto* text = std::get_if<PdfString>(&value->content);
        return text == nullptr ? std::string{} : text_of(*text);
    };
    verdict.kind = text_at("SubFilter");
    verdict.said_at = moment_of(text_at("M"));
    const bool is_cades = verdict.kind == "ETSI.CAdES.detached";
    verdict.is_known_kind = is_cades || verdict.kind == "adbe.pkcs7.detached";
    if (!revision) return verdict;
    verdict.cover = TRY(covers.of(*revision));
    if (!verdict.is_known_kind) return verdict;
    const auto& hole = std::get<PdfString>(entry_of(field.entries, "Contents")->content);
    const auto all = std::string_view{file.bytes()}.substr(0, file.revisions()[*revision].end);
    const auto signed_part = signed_bytes(all, {.begin = hole.from, .end = hole.to});
    auto cms = crypto::verify_cms(
        hole.bytes, signed_part,
        {.profile = is_cades ? crypto::CmsProfile::cades : crypto::CmsProfile::plain,
         .authorities = check.authorities,
         .said_at = verdict.said_at,
         .now = check.now});
    if (cms) verdict.cms = std::move(*cms);
    return verdict;
}

}  // namespace

bool SignatureVerdict::is_intact() const
{
    const bool covers =
        cover == SignatureCover::whole_file || cover == SignatureCover::signatures_after;
    return covers && cms && cms->integrity == crypto::CmsIntegrity::intact;
}

Result<std::vector<SignatureVerdict>> verify_signatures(std::string pdf,
                                                        const SignatureCheck& check)
{
    const auto file = TRY(PdfFile::read(std::move(pdf)));
    const auto fields = TRY(signature_fields(file, file.revisions().size()));
    struct Found {
        std::optional<std::size_t> revision{};
        SignatureVerdict verdict{};
    };
    Covers covers{file};
    std::vector<Found> found;
    for (const auto& field : fields) {
        const auto revision = revision_signed_by(file, field);
        auto verdict = TRY(verdict_of(file, field, revision, covers, check));
        found.push_back({revision, std::move(verdict)});
    }
    std::ranges::stable_sort(found, {}, &Found::revision);
    std::vector<SignatureVerdict> verdicts;
    verdicts.reserve(found.size());
    for (auto& one : found) verdicts.push_back(std::move(one.verdict));
    return verdicts;
}

}  // namespace caicach::document
