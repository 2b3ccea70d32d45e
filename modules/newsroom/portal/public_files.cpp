#include "newsroom/portal/public_files.hpp"

#include <algorithm>
#include <utility>

#include "http/finish.hpp"
#include "newsroom/paths.hpp"
#include "text/number.hpp"

namespace caicach::newsroom
{
namespace
{

/// Kept for a minute and then asked for again by its hash, not for a year: what was withdrawn is
/// to be gone from between us and its readers.
Result<http::Response> show_file(Context& context, const http::Request& request)
{
    const auto sha256 = TRY(request.path<std::string>("sha256"));
    auto transaction = TRY(context.read());
    const auto file = TRY(ArticleFiles{transaction}.public_file(sha256));
    if (!file) return failure(Failure::not_found, "newsroom.file.not_found");
    const auto stored = TRY(attachment::find(transaction, file->attachment));
    if (stored.scan == attachment::Scan::infected)
        return failure(Failure::not_found, "newsroom.file.not_found");
    const auto etag = "\"" + sha256 + "\"";
    const auto path = TRY(attachment::open_path(context, sha256));
    const bool is_known = http::matches_etag(request.header("if-none-match"), etag);
    auto answer = is_known ? http::not_modified()
                           : http::file(path, std::string(attachment::media_type_of(stored.kind)));
    answer.set_caching(http::Caching::brief);
    answer.set_header("ETag", MUST(http::HeaderValue::create(etag)));
    // A picture stands in its page; anything else is saved, and opened by the reader's own program.
    if (!file->is_picture) answer.set_download_name(stored.name);
    return answer;
}

}  // namespace

std::string words_of(const attachment::Attachment& stored)
{
    constexpr std::int64_t kilobyte = 1024;
    constexpr std::int64_t megabyte = kilobyte * kilobyte;
    const auto kind = std::string(attachment::text_of(stored.kind));
    if (stored.bytes < megabyte) {
        const auto kilobytes = std::max<std::int64_t>(1, stored.bytes / kilobyte);
        return kind + ", " + text::format_integer(kilobytes) + " KB";
    }
    const auto megabytes = static_cast<double>(stored.bytes) / static_cast<double>(megabyte);
    return kind + ", " + text::format_decimal(megabytes, 1) + " MB";
}

void public_file_list(html::Writer& out, std::span<const ListedFile> files,
                      std::string_view heading)
{
    const auto is_listed = [](const ListedFile& one) { return !one.file.is_picture; };
    if (std::ranges::none_of(files, is_listed)) return;
    out({"<h2>", heading, "</h2><ul class=\"article-files\">"});
    for (const auto& one : files) {
        if (!is_listed(one)) continue;
        const auto path = public_address(one.file);
        const auto words = words_of(one.stored);
        out({"<li><a href=\"", html::url(path), "\" download>", one.file.shows, "</a> <span>(",
             words, ")</span></li>"});
    }
    out({"</ul>"});
}

void add_public_files(Module& module)
{
    module.get("/tin-bai/tep/{sha256}", http::Access::anyone, show_file);
}

}  // namespace caicach::newsroom
