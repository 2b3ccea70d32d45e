#include "newsroom/portal/page_cache.hpp"

#include <iterator>
#include <utility>

#include "http/compression.hpp"

namespace caicach::newsroom
{
namespace
{

/// What an entry takes besides its bytes, roughly.
constexpr std::size_t overhead = 1024;

PageCache::Held page_of(http::Response response)
{
    auto page = std::make_shared<PageCache::Page>();
    const auto& text = response.text();
    if (http::is_worth_compressing(response.type, text.size()))
        page->compressed = http::gzip(text).value_or("");
    page->plain = std::move(response);
    return page;
}

}  // namespace

PageCache::Held PageCache::find(std::string_view path, std::int64_t version, Instant now)
{
    const std::lock_guard lock(m_mutex);
    turn_to(version);
    const auto found = m_by_path.find(path);
    if (found == m_by_path.end()) return {};
    const auto entry = found->second;
    if (entry->made_at + seconds_max < now) {
        drop(entry);
        return {};
    }
    m_entries.splice(m_entries.begin(), m_entries, entry);
    return entry->page;
}

PageCache::Held PageCache::keep(std::string_view path, std::int64_t version, Instant now,
                                http::Response response)
{
    auto page = page_of(std::move(response));
    const auto bytes = page->plain.text().size() + page->compressed.size() + overhead;
    if (bytes > page_bytes_max || bytes > m_bytes_max) return page;
    const std::lock_guard lock(m_mutex);
    // A slow page of before must not bring its time back.
    if (version < m_version) return page;
    turn_to(version);
    if (const auto found = m_by_path.find(path); found != m_by_path.end()) drop(found->second);
    while (m_bytes + bytes > m_bytes_max) drop(std::prev(m_entries.end()));
    m_entries.push_front({std::string(path), now, bytes, page});
    m_by_path.emplace(m_entries.front().path, m_entries.begin());
    m_bytes += bytes;
    return page;
}

std::size_t PageCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

void PageCache::turn_to(std::int64_t version)
{
    if (version <= m_version) return;
    m_by_path.clear();
    m_entries.clear();
    m_bytes = 0;
    m_version = version;
}

void PageCache::drop(Entries::iterator entry)
{
    m_bytes -= entry->bytes;
    m_by_path.erase(entry->path);
    m_entries.erase(entry);
}

}  // namespace caicach::newsroom
