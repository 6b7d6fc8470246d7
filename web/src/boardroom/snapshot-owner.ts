/** Where the browser keeps whose snapshot it has: company and member. */
export const ownerKey = 'teei.boardroom';
