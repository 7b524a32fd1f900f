/** Document 94677 of the vendor: five messages within 48 hours of the customer's last one. */
export const windowSeconds = 48 * 3600
export const mostReplies = 5
